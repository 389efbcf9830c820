/** Where the contents stand beside the text; the styles know the same width. */
const BESIDE_THE_TEXT = '(min-width: 80rem)'

/**
 * A table of contents that stands open where it has room, and that marks the section being read: the last one whose
 * heading has come above the upper third of the window.
 */
class FollowingContents extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details')
    if (details && matchMedia(BESIDE_THE_TEXT).matches) details.open = true
    const links = new Map<Element, HTMLAnchorElement>()
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      if (heading) links.set(heading, link)
    }
    const passed = new Set<Element>()
    // All that lies above the line counts as seen, so that a jump over many sections is noticed too.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) passed.add(target)
          else passed.delete(target)
        }
        const current = [...links.keys()].filter((heading) => passed.has(heading)).at(-1)
        this.mark(current && links.get(current))
      },
      { rootMargin: '1000000px 0px -67% 0px' },
    )
    for (const heading of links.keys()) observer.observe(heading)
  }

  private mark(current: HTMLAnchorElement | undefined) {
    const before = this.querySelector('[aria-current]')
    if (before === (current ?? null)) return
    before?.removeAttribute('aria-current')
    current?.setAttribute('aria-current', 'location')
    const box = this.parentElement
    // The box beside the text scrolls by itself; the page must stay where the reader is.
    if (current && box && getComputedStyle(box).overflowY === 'auto') {
      box.scrollTo({ top: current.offsetTop - box.clientHeight / 2 })
    }
  }
}

customElements.define('following-contents', FollowingContents)
