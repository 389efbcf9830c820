const SHOWN_MS = 2500

/** A press on the link beside a heading also copies its address, and says so where the page has its `[role=status]`. */
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
      this.tell(this.dataset.copied ?? '')
    })
  }

  private tell(text: string) {
    const status = this.querySelector('[role="status"]')
    if (!status) return
    status.textContent = text
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => (status.textContent = ''), SHOWN_MS)
  }
}

customElements.define('heading-links', HeadingLinks)
