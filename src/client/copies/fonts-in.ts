const FACE = /@font-face\s*\{([^}]*)\}/g
const FILE = /url\((["']?)([^"')]+)\1\)/
const RANGES = /unicode-range:([^;}]*)/i
/** `U+41`, `U+0-7F` or `U+4??` */
const RANGE = /U\+([\da-f?]+)(?:-([\da-f]+))?/gi

/** The font files that a text needs, of all that styles name: a face whose range has none of its letters is left out. */
export function fontsIn(styles: string, text: string): string[] {
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0)
  return [...styles.matchAll(FACE)].flatMap(([, face = '']) => {
    const file = FILE.exec(face)?.[2]
    const ranges = rangesIn(RANGES.exec(face)?.[1] ?? 'U+0-10FFFF')
    const isNeeded = letters.some((letter) => ranges.some(([from, to]) => from <= letter && letter <= to))
    return file && isNeeded ? [file] : []
  })
}

function rangesIn(text: string): [from: number, to: number][] {
  return [...text.matchAll(RANGE)].map(([, from = '', to = from]) => [
    Number.parseInt(from.replaceAll('?', '0'), 16),
    Number.parseInt(to.replaceAll('?', 'f'), 16),
  ])
}
