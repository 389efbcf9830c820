const SCROLL_ENDS_MS = 120

/**
 * Shows one headline of a list as wide as its track, which the reader leads on by a swipe, by the button, or from the
 * headline by arrow keys. Together they are one tab stop.
 * @returns a function that undoes it
 */
export function showOne(track: HTMLElement, list: HTMLElement, next: HTMLButtonElement): () => void {
  const headlines = [...list.querySelectorAll('a')]
  const over = new AbortController()
  const { signal } = over
  // From right to left a row scrolls below zero.
  const sign = track.matches(':dir(rtl)') ? -1 : 1
  let shown = 0
  /** Whether the list is on its way to the headline that is shown. */
  let isLed = false

  const mark = (index: number) => {
    shown = index
    for (const [i, headline] of headlines.entries()) headline.tabIndex = i === index ? 0 : -1
  }
  const leadTo = (index: number) => {
    mark((index + headlines.length) % headlines.length)
    isLed = true
    track.scrollTo({ left: sign * shown * track.clientWidth })
  }
  // Not every browser tells when a scroll has ended, and a slow phone rests in the middle of one.
  let ended: ReturnType<typeof setTimeout> | undefined
  const rest = () => {
    const reached = Math.round((sign * track.scrollLeft) / track.clientWidth)
    if (isLed && reached !== shown) return
    isLed = false
    mark(reached)
  }
  const scrolled = () => {
    clearTimeout(ended)
    ended = setTimeout(rest, SCROLL_ENDS_MS)
  }
  track.addEventListener('scroll', scrolled, { signal })
  for (const begun of ['pointerdown', 'wheel'])
    track.addEventListener(
      begun,
      () => {
        isLed = false
      },
      { signal, passive: true },
    )
  next.addEventListener('click', () => leadTo(shown + 1), { signal })
  list.addEventListener(
    'keydown',
    (event) => {
      const by = { ArrowRight: sign, ArrowLeft: -sign }[event.key]
      if (by === undefined) return
      event.preventDefault()
      leadTo(shown + by)
      headlines[shown]?.focus({ preventScroll: true })
    },
    { signal },
  )
  mark(0)
  next.hidden = headlines.length < 2

  return () => {
    over.abort()
    clearTimeout(ended)
    next.hidden = true
    track.scrollLeft = 0
    for (const headline of headlines) headline.removeAttribute('tabindex')
  }
}
