/**
 * Makes links to pictures open them in the page's dialog, in which the reader goes from one to the next. A link tells its
 * picture's size as `data-width` and `data-height`. The dialog's code is fetched at the first press; where that fails, the
 * link leads to the picture's file, as it does without scripts.
 */
export function enlargeFrom(links: readonly HTMLAnchorElement[]) {
  for (const [index, link] of links.entries()) {
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
      import('./viewer.ts').then(
        ({ openPictures }) => openPictures(links, index),
        (error: unknown) => {
          console.error(error)
          location.assign(link.href)
        },
      )
    })
  }
}
