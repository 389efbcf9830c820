type Style = 'normal' | 'italic'

/** What is used of the files of each alphabet. */
const ALPHABETS = {
  latin: [
    'U+0020-007E',
    'U+00A0-00FF',
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
  ],
  'latin-ext': ['U+0100-0130', 'U+0132-0151', 'U+0154-017F', 'U+0218-021B', 'U+1E80-1E85', 'U+1EF2-1EF3'],
  vietnamese: [
    'U+01A0-01A1',
    'U+01AF-01B0',
    'U+0300-0301',
    'U+0303-0304',
    'U+0308-0309',
    'U+0323',
    'U+0329',
    'U+1EA0-1EF1',
    'U+1EF4-1EF9',
    'U+20AB',
  ],
}

/** Of which a text in one alphabet may have names. */
const ALPHABETS_OF_NAMES = ['latin', 'latin-ext', 'vietnamese'] as const

/** Those that the style sheets ask for. */
const WEIGHTS = '400 700'

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
 * The two families, files from npm. A build divides each into the letters of the outlet's languages and what is left, which
 * is fetched where a page has one of its letters. So is the italic; the sans slants its upright. Further alphabets come
 * from the reader's own fonts.
 */
export const DEFAULT_FONTS = {
  serif: {
    name: 'STIX Two Text',
    files: [
      ...ALPHABETS_OF_NAMES.map((alphabet) => variable('stix-two-text', alphabet, 'normal')),
      // Few pages have more than a word in it, and fewer a bold one.
      ...['400', '700'].map((weight) => variable('stix-two-text', 'latin', 'italic', weight)),
    ],
    fallbacks: ['Georgia', 'serif'],
    standIns: { ascent: 76.2, descent: 23.8, lineGap: 25, faces: STIX_STAND_INS },
    card: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'].map(
      (alphabet) => `@fontsource/stix-two-text/files/stix-two-text-${alphabet}-700-normal.woff`,
    ),
  },
  sans: {
    name: 'Public Sans',
    files: ALPHABETS_OF_NAMES.map((alphabet) => variable('public-sans', alphabet, 'normal')),
    fallbacks: ['system-ui', 'sans-serif'],
    standIns: { ascent: 95, descent: 22.5, lineGap: 0, faces: PUBLIC_SANS_STAND_INS },
    card: ['latin', 'latin-ext', 'vietnamese'].map(
      (alphabet) => `@fontsource/public-sans/files/public-sans-${alphabet}-600-normal.woff`,
    ),
  },
}

function variable(pkg: string, alphabet: keyof typeof ALPHABETS, style: Style, weight = WEIGHTS) {
  const file = `@fontsource-variable/${pkg}/files/${pkg}-${alphabet}-wght-${style}.woff2`
  return { file, weight, style, unicodeRange: ALPHABETS[alphabet], subset: true }
}

function face(name: string, local: string[], weight: number, width: number, style: Style = 'normal') {
  return { name, local, weight, width, style }
}
