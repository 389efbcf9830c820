const SHOWN_MS = 2500

/** A press on the link beside a heading also copies its address, and says so in its `[data-copied]`. */
class HeadingLinks extends HTMLElement {
  private timer = 0

  connectedCallback() {
    this.addEventListener('click', async ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.heading-link') : null
      if (!link) return
      const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')
      const address = new URL(link.hash, canonical?.href ?? location.href).href
      try {
        await navigator.clipboard.writeText(address)
      } catch {
        // Copying is forbidden or unknown here: the address bar has the link all the same.
        return
      }
      this.tell()
    })
  }

  private tell() {
    const status = this.querySelector<HTMLElement>('[data-copied]')
    if (!status) return
    status.textContent = status.dataset.copied ?? ''
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => (status.textContent = ''), SHOWN_MS)
  }
}

customElements.define('heading-links', HeadingLinks)
