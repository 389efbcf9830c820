{
  const root = document.documentElement
  root.dataset.scripts = ''
  try {
    const theme = localStorage.getItem('theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    const size = localStorage.getItem('text-size')
    if (size === 'small' || size === 'large' || size === 'larger') root.dataset.textSize = size
  } catch {
    // Storage is forbidden: the device's own theme it is, and the usual size.
  }
}
