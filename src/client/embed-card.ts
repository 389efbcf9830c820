/** Loads what a card stands for when its button is pressed; until then no other site is contacted. */
class EmbedCard extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    button?.addEventListener('click', () => {
      const { frame: address = '', title = '' } = this.dataset
      const frame = document.createElement('iframe')
      frame.title = title
      frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
      // YouTube plays nothing for a page that does not name its site.
      frame.referrerPolicy = 'strict-origin-when-cross-origin'
      frame.src = address
      this.dataset.loaded = ''
      button.replaceWith(frame)
      frame.focus()
    })
  }
}

customElements.define('embed-card', EmbedCard)
