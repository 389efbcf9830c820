import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

interface CardFont {
  name: string
  data: Buffer
  weight: 600 | 700
  style: 'normal'
}

const require = createRequire(import.meta.url)

/**
 * The site's two families at the weight that cards use, a file for each
 * alphabet: satori reads neither woff2 nor variable fonts, which pages have.
 */
const FAMILIES = [
  {
    family: 'stix-two-text',
    weight: 700,
    alphabets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'],
  },
  { family: 'public-sans', weight: 600, alphabets: ['latin', 'latin-ext', 'vietnamese'] },
] as const

/** For CSS: of several files of one name satori would take the first alone. */
export const [SERIF = '', SANS = ''] = FAMILIES.map(({ family, alphabets }) =>
  alphabets.map((alphabet) => `${family}-${alphabet}`).join(', '),
)

let loaded: Promise<CardFont[]> | undefined

/** Read once for a build. */
export function cardFonts(): Promise<CardFont[]> {
  loaded ??= Promise.all(
    FAMILIES.flatMap(({ family, weight, alphabets }) =>
      alphabets.map(async (alphabet) => {
        const name = `${family}-${alphabet}`
        const file = require.resolve(`@fontsource/${family}/files/${name}-${weight}-normal.woff`)
        return { name, data: await readFile(file), weight, style: 'normal' } as const
      }),
    ),
  )
  return loaded
}
