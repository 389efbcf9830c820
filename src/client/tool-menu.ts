/** A details element that closes as a menu does: by Escape, which gives the focus back, and by a press outside. */
class ToolMenu extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details')
    if (!details) return
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !details.open) return
      details.open = false
      details.querySelector('summary')?.focus()
    })
    const closeOutside = (event: Event) => {
      if (!details.contains(event.target as Node)) details.open = false
    }
    addEventListener('pointerdown', closeOutside)
    addEventListener('focusin', closeOutside)
  }
}

customElements.define('tool-menu', ToolMenu)
