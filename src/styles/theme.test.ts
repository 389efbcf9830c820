import { describe, expect, test } from 'vitest'
import { SettingsError } from '#domain/setting-faults.ts'
import { DEFAULT_THEME } from './default-theme.ts'
import { defineTheme, parseTheme, type ThemeInput } from './theme.ts'

function faultsOf(input: unknown): string[] {
  try {
    parseTheme(input)
    return []
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.faults.map(({ path, message }) => `${path.join('.')}: ${message}`)
  }
}

const LORA = { file: '@fontsource-variable/lora/files/lora-latin-wght-normal.woff2', weight: '400 700' }
const withFont = (font: object) => ({ fonts: { serif: { name: 'Lora', files: [LORA], ...font } } })
const withFile = (file: object) => withFont({ files: [{ ...LORA, ...file }] })

test('a theme that says nothing is the program’s own', () => {
  expect(parseTheme({})).toEqual(DEFAULT_THEME)
})

test('a theme keeps the program’s looks in all that it leaves out', () => {
  const input = defineTheme({
    light: { accent: '#0b5d1e' },
    dark: { accent: '#8fe3a5' },
    darkPictures: 1,
    sizes: { base: ['1.0625rem', 1.6] },
    widths: { measure: '38rem' },
    fonts: { serif: { name: 'Lora', files: [LORA, { ...LORA, style: 'italic' }] } },
  } satisfies ThemeInput)
  const theme = parseTheme(input)
  expect(theme).toEqual({
    light: { ...DEFAULT_THEME.light, accent: '#0b5d1e' },
    dark: { ...DEFAULT_THEME.dark, accent: '#8fe3a5' },
    darkPictures: 1,
    sizes: { ...DEFAULT_THEME.sizes, base: ['1.0625rem', 1.6] },
    widths: { ...DEFAULT_THEME.widths, measure: '38rem' },
    fonts: {
      // A family is whole: nothing of another one fits it.
      serif: {
        name: 'Lora',
        files: [
          { ...LORA, style: 'normal', subset: false },
          { ...LORA, style: 'italic', subset: false },
        ],
        fallbacks: ['Georgia', 'serif'],
      },
      sans: DEFAULT_THEME.fonts.sans,
    },
  })
})

test.each([
  ['a weight that is a number', withFile({ weight: 400 })],
  ['a file of public/', withFile({ file: '/fonts/Own Sans.woff' })],
  ['a file beside the theme', withFile({ file: './fonts/own.ttf' })],
  ['a package without a scope', withFile({ file: 'own-font/files/own.otf' })],
  ['ranges of letters', withFile({ unicodeRange: ['U+26', 'U+0-7F', 'U+4??'] })],
  ['a length that is reckoned', { widths: { page: 'min(100%, calc(60rem + 10vw))' } }],
  ['no theme to speak of', { light: {}, dark: {}, fonts: {}, sizes: {}, widths: {} }],
])('%s is taken', (_, input) => {
  expect(faultsOf(input)).toEqual([])
})

describe('what cannot be used is told with its key', () => {
  test.each([
    ['no theme at all', undefined, ': "the theme" is missing.'],
    ['a key that is none', { lihgt: {} }, 'lihgt: "lihgt" is not a setting. Did you mean "light"?'],
    ['a colour that is none', { dark: { acent: '#ffffff' } }, 'Did you mean "accent"?'],
    [
      'a colour by its name',
      { light: { ink: 'black' } },
      'light.ink: "light.ink" is "black", but must be a colour',
    ],
    ['what would end a rule', { widths: { page: '80rem; } * { color: red' } }, 'must be a length such as'],
    ['what would end it later', { widths: { page: 'calc((80rem)' } }, 'must be a length such as'],
    ['a size without its lines', { sizes: { base: '1rem' } }, 'must be a size and the height of its lines'],
    [
      'lines that lie on each other',
      { sizes: { base: ['1rem', 0.2] } },
      'sizes.base.1: "sizes.base.1" is 0.2, but',
    ],
    ['pictures in the dark', { darkPictures: 0 }, 'must be a brightness from 0.3 to 1'],
    [
      'a family without a file',
      withFont({ files: [] }),
      'fonts.serif.files: "fonts.serif.files" is [], but must name',
    ],
    ['a family without a name', withFont({ name: undefined }), '"fonts.serif.name" is missing.'],
    ['a name that would end a style', withFont({ name: 'Lora"</style>' }), 'must be the name of a font'],
    ['a third family', { fonts: { mono: {} } }, '"fonts.mono" is not a setting.'],
    ['a font of no format', withFile({ file: './fonts/own.eot' }), 'must be a file that ends in .woff2'],
    ['a font without a folder', withFile({ file: 'own.woff2' }), 'must be a file that ends in .woff2'],
    [
      'a way out of the outlet',
      withFile({ file: './../../own.woff2' }),
      'must be a file that ends in .woff2',
    ],
    [
      'another site',
      withFile({ file: 'https://fonts.example/own.woff2' }),
      'must be a file that ends in .woff2',
    ],
    ['a weight that is a word', withFile({ weight: 'bold' }), 'must be a weight such as 400, or "400 700"'],
    ['a style that is none', withFile({ style: 'oblique' }), 'must be "normal" or "italic"'],
    [
      'letters that are no range',
      withFile({ unicodeRange: ['latin'] }),
      'must be a range such as "U+0000-00FF"',
    ],
    [
      'what no card can be drawn with',
      withFont({ card: ['./fonts/own.woff2'] }),
      'ends in .woff, .ttf, .otf',
    ],
  ])('%s', (_, input, words) => {
    expect(faultsOf(input)).toEqual([expect.stringContaining(words)])
  })
})
