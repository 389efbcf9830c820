/** Opens the picture that its `[data-open]` link leads to in a dialog; the large file is fetched only then. */
class ImageDialog extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector<HTMLAnchorElement>('[data-open]')
    const dialog = this.querySelector('dialog')
    const place = this.querySelector('[data-picture]')
    const shown = this.querySelector('img')
    if (!link || !dialog || !place || !shown) return
    link.setAttribute('role', 'button')
    link.addEventListener('keydown', (event) => {
      if (event.key === ' ') link.click()
    })
    link.addEventListener('click', (event) => {
      event.preventDefault()
      if (!place.firstChild) {
        const picture = new Image(Number(dialog.dataset.width), Number(dialog.dataset.height))
        picture.src = link.href
        picture.alt = shown.alt
        picture.className = 'max-h-[84dvh] w-auto object-contain'
        place.append(picture)
      }
      // showModal keeps the focus inside, closes by Escape and gives the focus back.
      dialog.showModal()
    })
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close()
    })
  }
}

customElements.define('image-dialog', ImageDialog)
