const COPIED_MS = 2500

/**
 * The device's own share sheet where there is one, and a button that copies the
 * address. As a menu it opens that sheet at once where fingers press it: there
 * the sheet offers more than the menu.
 */
class ShareBar extends HTMLElement {
  connectedCallback() {
    const { url = location.href, title = document.title, copied = '' } = this.dataset
    const share = this.querySelector<HTMLButtonElement>('[data-share]')
    // Closing the sheet without sharing rejects, and is no fault.
    const openSheet = () => navigator.share({ title, url }).catch(() => undefined)
    if (share && 'share' in navigator) {
      share.closest('li')?.removeAttribute('hidden')
      share.addEventListener('click', openSheet)
      if (matchMedia('(pointer: coarse)').matches) {
        this.querySelector('summary')?.addEventListener('click', (event) => {
          event.preventDefault()
          void openSheet()
        })
      }
    }
    const copy = this.querySelector<HTMLButtonElement>('[data-copy]')
    const status = this.querySelector<HTMLElement>('[role="status"]')
    // Browsers have a clipboard on secure addresses alone.
    if (!('clipboard' in navigator)) copy?.closest('li')?.remove()
    copy?.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(url)
      } catch {
        // The reader has forbidden it: the address to copy by hand.
        if (status) status.textContent = url
        return
      }
      if (!status) return
      status.textContent = copied
      setTimeout(() => (status.textContent = ''), COPIED_MS)
    })
  }
}

customElements.define('share-bar', ShareBar)
