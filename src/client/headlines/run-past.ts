const PIXELS_PER_SECOND = 40

/**
 * Runs a list past by scrolling its track. It stands still while the pointer or
 * the focus is on it, when its button has been pressed, when the page is
 * hidden, and under reduced motion, where it is a row to scroll by hand.
 * @returns a function that undoes it
 */
export function runPast(track: HTMLElement, list: HTMLElement, button: HTMLButtonElement): () => void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isStill || list.scrollWidth <= track.clientWidth) return () => {}

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

  const over = new AbortController()
  let paused = false
  let last = 0
  let offset = 0
  button.hidden = false
  const press = () => {
    paused = !paused
    button.setAttribute('aria-pressed', String(paused))
  }
  button.addEventListener('click', press, { signal: over.signal })
  const step = (now: number) => {
    if (over.signal.aborted || !track.isConnected) return
    const seconds = Math.min(0.1, (now - last) / 1000)
    last = now
    if (paused || track.matches(':hover, :focus-within')) {
      // From where the reader has scrolled it to by hand.
      offset = sign * track.scrollLeft
    } else {
      offset = (offset + seconds * PIXELS_PER_SECOND) % copy.offsetWidth
      track.scrollLeft = sign * offset
    }
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)

  return () => {
    over.abort()
    copy.remove()
    track.style.display = ''
    track.scrollLeft = 0
    button.hidden = true
    button.setAttribute('aria-pressed', 'false')
  }
}
