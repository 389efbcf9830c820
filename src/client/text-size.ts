const STORAGE_KEY = 'text-size'
const NORMAL = 'normal'

/** Buttons whose `value` is a size of an article's text; the head applies the choice before the first paint. */
class TextSize extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('button')
      if (button) this.choose(button.value)
    })
    this.show()
  }

  private choose(size: string) {
    const { dataset } = document.documentElement
    if (size === NORMAL) delete dataset.textSize
    else dataset.textSize = size
    try {
      if (size === NORMAL) localStorage.removeItem(STORAGE_KEY)
      else localStorage.setItem(STORAGE_KEY, size)
    } catch {
      // Storage is forbidden or full: the choice holds for this page.
    }
    this.show()
  }

  private show() {
    const size = document.documentElement.dataset.textSize ?? NORMAL
    for (const button of this.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.value === size))
  }
}

customElements.define('text-size', TextSize)
