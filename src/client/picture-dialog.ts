const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/**
 * Makes each link to a picture open it in the dialog; the large file is
 * fetched only then. A link tells its picture's size as `data-width` and
 * `data-height`. Between several pictures, arrow keys and the dialog's
 * `[data-step]` buttons lead.
 */
export function openInDialog(dialog: HTMLDialogElement, links: HTMLAnchorElement[]) {
  const place = dialog.querySelector('[data-picture]')
  if (!place) return
  let shown = 0
  const show = (index: number) => {
    const link = links[index]
    if (!link) return
    shown = index
    const picture = new Image(Number(link.dataset.width), Number(link.dataset.height))
    picture.src = link.href
    picture.alt = link.closest('figure')?.querySelector('img')?.alt ?? ''
    picture.className = 'max-h-[84dvh] w-auto object-contain'
    dialog.setAttribute('aria-label', picture.alt)
    place.replaceChildren(picture)
  }
  const step = (by: number) => show((shown + by + links.length) % links.length)

  for (const [index, link] of links.entries()) {
    link.setAttribute('role', 'button')
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      link.click()
    })
    link.addEventListener('click', (event) => {
      event.preventDefault()
      show(index)
      // showModal keeps the focus inside, closes by Escape and gives the focus back.
      dialog.showModal()
    })
  }
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  if (links.length < 2) return
  for (const button of dialog.querySelectorAll<HTMLElement>('[data-step]')) {
    button.hidden = false
    button.addEventListener('click', () => step(Number(button.dataset.step)))
  }
  dialog.addEventListener('keydown', (event) => step(STEPS[event.key] ?? 0))
}
