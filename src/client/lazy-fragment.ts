import { fillFromFragment } from './fragment.ts'

/**
 * Fetches the HTML at `src`, of this site, when it comes near the viewport, or
 * within `data-margin` of it, and puts it in place of its content. What it holds before, a plain link to the
 * same list, stays when the fetch fails.
 */
class LazyFragment extends HTMLElement {
  connectedCallback() {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        observer.disconnect()
        // What it holds meanwhile leads to the same.
        fillFromFragment(this, this.getAttribute('src') ?? '').catch(() => undefined)
      },
      { rootMargin: this.dataset.margin ?? '400px' },
    )
    observer.observe(this)
  }
}

customElements.define('lazy-fragment', LazyFragment)
