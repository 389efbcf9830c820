import { DEFAULT_FONTS } from './default-fonts.ts'

/** Each colour has a value for light and one for dark pages; theme.ts says what text must be read on. */
const LIGHT = {
  /** The page. */
  paper: '#ffffff',
  /** The ticker, boxes, what stands behind a picture. */
  surface: '#f6f4ef',
  /** Text, buttons. */
  ink: '#16181d',
  /** Deks, dates, captions. */
  muted: '#585d66',
  /** Thin lines. */
  rule: '#dcd8cf',
  /** Heavy rules, over sections and lists. */
  bar: '#16181d',
  /** Links, the ticker's label, badges, the focus. */
  accent: '#a3161a',
  /** Text on `accent`. */
  'accent-ink': '#ffffff',
  /** What search has found, the heading jumped to. */
  mark: '#fbe7a8',
}

const DARK: typeof LIGHT = {
  paper: '#121417',
  surface: '#1b1e23',
  ink: '#eceae4',
  muted: '#a6aab2',
  rule: '#33373e',
  bar: '#757b85',
  accent: '#ff9d92',
  'accent-ink': '#2b0506',
  mark: '#5b4a12',
}

/** What readers get whose device asks for more contrast: 7:1 for text, and lines that hold 3:1. */
export const DEFAULT_CONTRAST: { light: typeof LIGHT; dark: typeof LIGHT } = {
  light: {
    ...LIGHT,
    ink: '#000000',
    muted: '#33363d',
    rule: '#75726b',
    bar: '#000000',
    accent: '#7c0d11',
  },
  dark: {
    ...DARK,
    paper: '#000000',
    surface: '#101215',
    ink: '#ffffff',
    muted: '#d5d7db',
    rule: '#8b9099',
    bar: '#ffffff',
    accent: '#ffc4bd',
  },
}

/** The size of type and the height of its lines, as a multiple of the size. */
const SIZES = {
  '2xs': ['0.75rem', 1.35],
  xs: ['0.8125rem', 1.4],
  sm: ['0.875rem', 1.45],
  base: ['1rem', 1.5],
  lg: ['1.125rem', 1.4],
  /** What is read at length: the reader's own choice of size multiplies it. */
  body: ['clamp(1.125rem, 1.07rem + 0.28vw, 1.25rem)', 1.56],
  dek: ['clamp(1.125rem, 1.05rem + 0.4vw, 1.375rem)', 1.42],
  'title-sm': ['1.0625rem', 1.25],
  title: ['clamp(1.1875rem, 1.13rem + 0.28vw, 1.375rem)', 1.2],
  'title-lg': ['clamp(1.5rem, 1.35rem + 0.7vw, 2rem)', 1.14],
  headline: ['clamp(1.875rem, 1.55rem + 1.5vw, 2.75rem)', 1.1],
  masthead: ['clamp(2rem, 1.6rem + 1.9vw, 3.25rem)', 1],
} as const satisfies Record<string, readonly [string, number]>

const WIDTHS = {
  /** A column of text. */
  measure: '40rem',
  /** A list or a form that stands alone. */
  column: '52rem',
  /** A picture that reaches out of the text. */
  wide: '58rem',
  /** The whole page. */
  page: '80rem',
}

/** How an outlet without a theme looks, and one with a theme in all that this leaves out. */
export const DEFAULT_THEME = {
  light: LIGHT,
  dark: DARK,
  /** How bright dark pages show pictures, so that a pale one does not glare. */
  darkPictures: 0.88,
  fonts: DEFAULT_FONTS,
  sizes: SIZES,
  widths: WIDTHS,
}
