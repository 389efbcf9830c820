/** What WCAG 2.2 asks of text, level AA. */
export const LEAST_CONTRAST = 4.5

/**
 * The contrast of two colours, `#rrggbb`, from 1 to 21: WCAG 2.2's contrast
 * ratio of their relative luminances.
 */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

/** A ratio as it is told: never rounded up to one that would be enough. */
export function ratio(value: number): string {
  return `${(Math.floor(value * 100) / 100).toString()}:1`
}

/** A colour mixed with another one in sRGB, as CSS does. @param share of the other one, from 0 to 1 */
export function mixed(colour: string, other: string, share: number): string {
  const [from, to] = [channels(colour), channels(other)]
  const parts = from.map((value, i) => Math.round(value + ((to[i] ?? 0) - value) * share))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** The colour that is like this one and has enough contrast on all of the grounds; undefined where none has. */
export function legible(
  colour: string,
  grounds: readonly string[],
  least = LEAST_CONTRAST,
): string | undefined {
  for (let percent = 0; percent <= 100; percent++) {
    for (const end of ['#000000', '#ffffff']) {
      const candidate = mixed(colour, end, percent / 100)
      if (grounds.every((ground) => contrast(candidate, ground) >= least)) return candidate
    }
  }
  return undefined
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
