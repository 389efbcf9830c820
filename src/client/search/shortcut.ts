const KEY = 'search-shortcut'

/** Whether a key that was pressed is `/`, by itself, outside of fields and dialogs, and may open search. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  const target = event.composedPath()[0]
  const isTyped =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  return !isTyped && !document.querySelector('dialog[open]') && isShortcutOn()
}

/** Whether the reader left it on: for people who speak to their device, single keys get pressed unasked. */
export function isShortcutOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export function switchShortcut(on: boolean) {
  try {
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // Storage is forbidden: the key stays as it was.
  }
}
