{
  const root = document.documentElement
  root.dataset.scripts = ''
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
