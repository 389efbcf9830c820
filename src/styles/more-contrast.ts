import { isDeepStrictEqual } from 'node:util'
import { legible } from '#domain/contrast.ts'
import { DEFAULT_CONTRAST, DEFAULT_THEME } from './default-theme.ts'

type Colours = typeof DEFAULT_THEME.light

const OF_TEXT = 7
const OF_LINES = 3

/** The colours for readers whose device asks for more contrast: the program's own, or those of a theme drawn further apart. */
export function moreContrast(colours: Colours, scheme: 'light' | 'dark'): Colours {
  if (isDeepStrictEqual(colours, DEFAULT_THEME[scheme])) return DEFAULT_CONTRAST[scheme]
  const { paper, surface, mark } = colours
  const drawn = (name: keyof Colours, grounds: string[], least: number) =>
    legible(colours[name], grounds, least) ?? colours[name]
  const accent = drawn('accent', [paper, surface], OF_TEXT)
  return {
    ...colours,
    ink: drawn('ink', [paper, surface, mark], OF_TEXT),
    muted: drawn('muted', [paper, surface], OF_TEXT),
    rule: drawn('rule', [paper], OF_LINES),
    bar: drawn('bar', [paper], OF_LINES),
    accent,
    'accent-ink': drawn('accent-ink', [accent], OF_TEXT),
  }
}
