import { fontProviders } from 'astro/config'

const LATIN = [
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+02BB-02BC',
  'U+02C6',
  'U+02DA',
  'U+02DC',
  'U+2000-206F',
  'U+20AC',
  'U+2122',
  'U+2191',
  'U+2193',
  'U+2212',
  'U+2215',
  'U+FEFF',
  'U+FFFD',
] as const
const LATIN_EXTENDED = [
  'U+0100-02BA',
  'U+02BD-02C5',
  'U+02C7-02CC',
  'U+02CE-02D7',
  'U+02DD-02FF',
  'U+1E00-1E9F',
  'U+1EF2-1EFF',
] as const

/** The two families, files from npm: a browser fetches the italic and the extended letters only where a page uses them. */
export const fonts = [
  family('STIX Two Text', '--font-serif', 'stix-two-text', '400 700', ['Georgia', 'serif']),
  family('Public Sans', '--font-sans', 'public-sans', '100 900', ['system-ui', 'sans-serif']),
]

function family(name: string, cssVariable: `--${string}`, pkg: string, weight: string, fallbacks: string[]) {
  const variant = (subset: string, style: 'normal' | 'italic', unicodeRange: readonly string[]) => ({
    src: [`@fontsource-variable/${pkg}/files/${pkg}-${subset}-wght-${style}.woff2`] as [string],
    weight,
    style,
    unicodeRange: [...unicodeRange] as [string, ...string[]],
  })
  return {
    provider: fontProviders.local(),
    name,
    cssVariable,
    fallbacks,
    options: {
      variants: [
        variant('latin', 'normal', LATIN),
        variant('latin', 'italic', LATIN),
        variant('latin-ext', 'normal', LATIN_EXTENDED),
      ] as [ReturnType<typeof variant>, ...ReturnType<typeof variant>[]],
    },
  }
}
