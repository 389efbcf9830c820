const PIXELS_PER_SECOND = 40

/**
 * Runs a row of headlines past, `[data-list]` in `[data-track]`, by scrolling
 * it. It stands still while the pointer or the focus is on it, when its button
 * has been pressed, when the page is hidden, and under reduced motion, where it
 * is a row to scroll by hand.
 */
class HeadlineTicker extends HTMLElement {
  private paused = false
  private last = 0
  private offset = 0

  connectedCallback() {
    const track = this.querySelector<HTMLElement>('[data-track]')
    const list = this.querySelector<HTMLElement>('[data-list]')
    const button = this.querySelector('button')
    if (!track || !list || !button || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    if (list.scrollWidth <= track.clientWidth) return

    // A copy behind the list makes it endless; it is there for the eye alone.
    const copy = list.cloneNode(true) as HTMLElement
    copy.inert = true
    copy.ariaHidden = 'true'
    // From right to left a row scrolls below zero.
    const sign = track.matches(':dir(rtl)') ? -1 : 1
    const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0
    copy.style.paddingInlineStart = `${gap}px`
    list.after(copy)
    track.style.display = 'flex'

    button.hidden = false
    button.addEventListener('click', () => {
      this.paused = !this.paused
      button.setAttribute('aria-pressed', String(this.paused))
    })
    const step = (now: number) => {
      const seconds = Math.min(0.1, (now - this.last) / 1000)
      this.last = now
      if (this.paused || track.matches(':hover, :focus-within')) {
        // From where the reader has scrolled it to by hand.
        this.offset = sign * track.scrollLeft
      } else {
        const length = copy.offsetWidth
        this.offset = (this.offset + seconds * PIXELS_PER_SECOND) % length
        track.scrollLeft = sign * this.offset
      }
      if (this.isConnected) requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  }
}

customElements.define('headline-ticker', HeadlineTicker)
