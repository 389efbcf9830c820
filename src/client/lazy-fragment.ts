/**
 * Fetches the HTML at `src`, of this site, when it comes near the viewport and
 * puts it in place of its content. What it holds before, a plain link to the
 * same list, stays when the fetch fails.
 */
class LazyFragment extends HTMLElement {
  connectedCallback() {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        observer.disconnect()
        void this.load()
      },
      { rootMargin: '400px' },
    )
    observer.observe(this)
  }

  private async load() {
    const response = await fetch(this.getAttribute('src') ?? '').catch(() => undefined)
    if (response?.ok) this.innerHTML = await response.text()
  }
}

customElements.define('lazy-fragment', LazyFragment)
