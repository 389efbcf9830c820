import { enlargeFrom } from './pictures/enlarge.ts'

/** A picture with a link to it in full size, `[data-open]`, which opens in the page's dialog. */
class ImageDialog extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector<HTMLAnchorElement>('[data-open]')
    if (link) enlargeFrom([link])
  }
}

customElements.define('image-dialog', ImageDialog)
