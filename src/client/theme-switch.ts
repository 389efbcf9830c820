type Theme = 'light' | 'dark' | 'system'

const KEY = 'theme'

/** Buttons whose `value` is a theme. The choice is stored on this device and shown by the other switches of the page. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('button')
      if (button) choose(button.value as Theme)
    })
    addEventListener('storage', (event) => (event.key === KEY || event.key === null) && apply(stored()))
    this.show(stored())
  }

  show(theme: Theme) {
    for (const button of this.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.value === theme))
    }
  }
}

function stored(): Theme {
  try {
    const theme = localStorage.getItem(KEY)
    return theme === 'light' || theme === 'dark' ? theme : 'system'
  } catch {
    return 'system'
  }
}

function choose(theme: Theme) {
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
  apply(theme)
}

function apply(theme: Theme) {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  for (const colour of document.querySelectorAll<HTMLMetaElement>('meta[data-of]')) {
    const { of = '' } = colour.dataset
    colour.media = theme === 'system' ? `(prefers-color-scheme: ${of})` : of === theme ? 'all' : 'not all'
  }
  for (const element of document.querySelectorAll<ThemeSwitch>('theme-switch')) element.show(theme)
}

customElements.define('theme-switch', ThemeSwitch)
