import satori from 'satori'
import { look } from '#cards/look.ts'

/** What is drawn, as an SVG path of absolute coordinates, and the box around it. */
export interface Outline {
  path: string
  left: number
  top: number
  right: number
  bottom: number
}

/** Pixels of the letters, of which the outlines are scaled. */
const FONT_SIZE = 100
/** Wide enough for a name in one line. */
const CANVAS = { width: 12_000, height: 200 }

/** The letters of a text in the serif, on one line; undefined where the fonts lack one of them, or nothing is left. */
export async function outlineOf(text: string): Promise<Outline | undefined> {
  let isWhole = true
  const style = { display: 'flex', fontFamily: look.serif, fontSize: FONT_SIZE, whiteSpace: 'nowrap' }
  const box = { type: 'div', props: { style, children: text } }
  const svg = await satori(box as Parameters<typeof satori>[0], {
    ...CANVAS,
    fonts: look.fonts,
    loadAdditionalAsset: () => {
      isWhole = false
      return Promise.resolve([])
    },
  })
  const path = Array.from(svg.matchAll(/<path [^>]*\bd="([^"]+)"/g), ([, d]) => d).join('')
  return isWhole && path !== '' ? { path, ...boxOf(path) } : undefined
}

/** Three lines under a headline: for a name whose letters the fonts lack. */
export const SHEET: Outline = {
  path: 'M0 0L44 0L44 10L0 10ZM0 17L44 17L44 21L0 21ZM0 27L44 27L44 31L0 31ZM0 37L28 37L28 41L0 41Z',
  ...{ left: 0, top: 0, right: 44, bottom: 41 },
}

/** The box around a path's points. Those that bend a curve are counted too: type has them within its curves' ends. */
function boxOf(path: string): Omit<Outline, 'path'> {
  const numbers = Array.from(path.matchAll(/-?\d*\.?\d+/g), ([number]) => Number(number))
  const across = numbers.filter((_, i) => i % 2 === 0)
  const down = numbers.filter((_, i) => i % 2 === 1)
  return {
    left: smallest(across),
    top: smallest(down),
    right: -smallest(across.map((x) => -x)),
    bottom: -smallest(down.map((y) => -y)),
  }
}

function smallest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}
