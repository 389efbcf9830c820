import { openInDialog } from './picture-dialog.ts'

/** A picture with a link to it in full size, `[data-open]`, and the dialog that shows it. */
class ImageDialog extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector<HTMLAnchorElement>('[data-open]')
    const dialog = this.querySelector('dialog')
    if (link && dialog) openInDialog(dialog, [link])
  }
}

customElements.define('image-dialog', ImageDialog)
