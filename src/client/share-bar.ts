const COPIED_MS = 2500

/** The device's own share sheet where there is one, and a button that copies the address. */
class ShareBar extends HTMLElement {
  connectedCallback() {
    const { url = location.href, title = document.title, copied = '' } = this.dataset
    const share = this.querySelector<HTMLButtonElement>('[data-share]')
    if (share && 'share' in navigator) {
      share.closest('li')?.removeAttribute('hidden')
      // Closing the sheet without sharing rejects, and is no fault.
      share.addEventListener('click', () => navigator.share({ title, url }).catch(() => undefined))
    }
    const copy = this.querySelector<HTMLButtonElement>('[data-copy]')
    const label = copy?.querySelector('span')
    const before = label?.textContent ?? ''
    copy?.addEventListener('click', async () => {
      await navigator.clipboard.writeText(url)
      if (!label) return
      label.textContent = copied
      setTimeout(() => (label.textContent = before), COPIED_MS)
    })
  }
}

customElements.define('share-bar', ShareBar)
