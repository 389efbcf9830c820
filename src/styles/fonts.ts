import { fontProviders } from 'astro/config'

type Style = 'normal' | 'italic'

/** Basic Latin and the marks of typography: what the files hold. */
const LATIN: [string, ...string[]] = [
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
]

/**
 * The two families, files from npm, Latin letters alone: the extended ones weigh
 * 55 KB, half of what a page may, and come from the reader's own fonts. The
 * italic is fetched where a page has one; the sans slants its upright. Until
 * they come, the faces of fallback-fonts.css stand in for them.
 */
export const fonts = [
  family(
    '--font-serif',
    'STIX Two Text',
    ['Times as STIX', 'Noto Serif as STIX', 'Georgia', 'serif'],
    [variant('stix-two-text', '400 700', 'normal'), variant('stix-two-text', '400 700', 'italic')],
  ),
  family(
    '--font-sans',
    'Public Sans',
    ['Arial as Public Sans', 'Roboto as Public Sans', 'system-ui', 'sans-serif'],
    [variant('public-sans', '100 900', 'normal')],
  ),
]

type Variant = ReturnType<typeof variant>

function family(
  cssVariable: `--${string}`,
  name: string,
  fallbacks: string[],
  variants: [Variant, ...Variant[]],
) {
  const provider = fontProviders.local()
  return { provider, cssVariable, name, fallbacks, optimizedFallbacks: false, options: { variants } }
}

function variant(pkg: string, weight: string, style: Style) {
  const src: [string] = [`@fontsource-variable/${pkg}/files/${pkg}-latin-wght-${style}.woff2`]
  return { src, weight, style, unicodeRange: LATIN }
}
