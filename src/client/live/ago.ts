const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago a moment is, in words: of minutes, hours or days. */
export function agoIn(locale: string, moment: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - moment) / 1000))
  const [size, unit] = unitOf(seconds)
  return new Intl.RelativeTimeFormat(locale, { numeric: seconds < MINUTE ? 'auto' : 'always' }).format(
    -Math.floor(seconds / size),
    unit,
  )
}

function unitOf(seconds: number): [number, 'minute' | 'hour' | 'day'] {
  if (seconds < HOUR) return [MINUTE, 'minute']
  return seconds < DAY ? [HOUR, 'hour'] : [DAY, 'day']
}

/** Writes into each `[data-ago]` how long ago its moment is. */
export function tellAgo(root: Element) {
  for (const element of root.querySelectorAll<HTMLElement>('[data-ago]')) {
    const text = agoIn(document.documentElement.lang, Date.parse(element.dataset.ago ?? ''), Date.now())
    if (element.textContent !== text) element.textContent = text
  }
}
