{
  const root = document.documentElement
  root.dataset.scripts = ''
  // Where the page's own script is lost, the page is one without scripts, and says so where a part of it is missing.
  addEventListener(
    'error',
    ({ target }) => {
      if (target.type !== 'module') return
      delete root.dataset.scripts
      root.dataset.lost = ''
      for (const line of document.querySelectorAll('[data-if-lost]')) line.hidden = false
    },
    true,
  )
  // Nothing is fetched ahead of a reader who saves data.
  if (navigator.connection?.saveData) document.querySelector('[type=speculationrules]')?.remove()
  try {
    const theme = localStorage.getItem('theme')
    if (theme === 'light' || theme === 'dark') {
      root.dataset.theme = theme
      // The browser's own bars follow.
      for (const colour of document.querySelectorAll('meta[data-of]'))
        colour.media = colour.dataset.of === theme ? 'all' : 'not all'
    }
    const size = localStorage.getItem('text-size')
    if (size === 'small' || size === 'large' || size === 'larger') root.dataset.textSize = size
  } catch {
    // Storage is forbidden: the device's own theme it is, and the usual size.
  }
}
