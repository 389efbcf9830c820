import { openByLink } from '#client/open-by-link.ts'

/**
 * Makes links to pictures open them in the page's dialog, in which the reader goes from one to the next. A link tells its
 * picture's size as `data-width` and `data-height`. The dialog's code is fetched at the first press; where that fails, the
 * link leads to the picture's file, as it does without scripts.
 */
export function enlargeFrom(links: readonly HTMLAnchorElement[]) {
  for (const [index, link] of links.entries()) {
    openByLink(link, () => {
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
