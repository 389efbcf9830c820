/**
 * Makes a link open something on its page, as a button does: by a click or a key. With a modifier the browser follows it,
 * as it does without scripts.
 */
export function openByLink(link: HTMLElement, open: () => void) {
  link.setAttribute('role', 'button')
  link.setAttribute('aria-haspopup', 'dialog')
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return
    event.preventDefault()
    link.click()
  })
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open()
  })
}
