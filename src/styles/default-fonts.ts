type Style = 'normal' | 'italic'

/** Basic Latin and the marks of typography: what the files hold. */
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
]

/*
 * Fonts that devices have, as wide and as tall as these two, so that nothing moves when these come. The Fonts API would
 * make one face of Times New Roman and one of Arial by the width of regular letters, and bold headlines would still
 * break into other lines; phones with Android have neither font. Each width was measured in Chromium on the sample's
 * titles (bold) and bodies; Liberation and Croscore's fonts are as wide as those that they stand in for.
 */
const STIX_STAND_INS = [
  face('Times', ['Times New Roman', 'Liberation Serif', 'Tinos'], 400, 104.75),
  face(
    'Times',
    ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold', 'Tinos Bold'],
    700,
    109,
  ),
  face(
    'Times',
    ['Times New Roman Italic', 'TimesNewRomanPS-ItalicMT', 'Liberation Serif Italic', 'Tinos Italic'],
    400,
    101,
    'italic',
  ),
  face('Noto Serif', ['Noto Serif', 'NotoSerif'], 400, 88.36),
  face('Noto Serif', ['Noto Serif Bold', 'NotoSerif-Bold'], 700, 92.2),
  face('Noto Serif', ['Noto Serif Italic', 'NotoSerif-Italic'], 400, 87.7, 'italic'),
]

const PUBLIC_SANS_STAND_INS = [
  face('Arial', ['Arial', 'Liberation Sans', 'Arimo'], 400, 103.9),
  face('Arial', ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'Arimo Bold'], 700, 98.1),
  face('Roboto', ['Roboto', 'Roboto-Regular'], 400, 104.3),
  face('Roboto', ['Roboto Bold', 'Roboto-Bold'], 700, 104.3),
]

/**
 * The two families, files from npm, Latin letters alone: the extended ones weigh
 * 55 KB, half of what a page may, and come from the reader's own fonts. The
 * italic is fetched where a page has one; the sans slants its upright.
 */
export const DEFAULT_FONTS = {
  serif: {
    name: 'STIX Two Text',
    files: [variable('stix-two-text', '400 700', 'normal'), variable('stix-two-text', '400 700', 'italic')],
    fallbacks: ['Georgia', 'serif'],
    standIns: { ascent: 76.2, descent: 23.8, lineGap: 25, faces: STIX_STAND_INS },
    card: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'].map(
      (alphabet) => `@fontsource/stix-two-text/files/stix-two-text-${alphabet}-700-normal.woff`,
    ),
  },
  sans: {
    name: 'Public Sans',
    files: [variable('public-sans', '100 900', 'normal')],
    fallbacks: ['system-ui', 'sans-serif'],
    standIns: { ascent: 95, descent: 22.5, lineGap: 0, faces: PUBLIC_SANS_STAND_INS },
    card: ['latin', 'latin-ext', 'vietnamese'].map(
      (alphabet) => `@fontsource/public-sans/files/public-sans-${alphabet}-600-normal.woff`,
    ),
  },
}

function variable(pkg: string, weight: string, style: Style) {
  const file = `@fontsource-variable/${pkg}/files/${pkg}-latin-wght-${style}.woff2`
  return { file, weight, style, unicodeRange: LATIN }
}

function face(name: string, local: string[], weight: number, width: number, style: Style = 'normal') {
  return { name, local, weight, width, style }
}
