import { z } from 'astro/zod'
import { colour } from '#domain/colour.ts'
import { parseSettings } from '#domain/setting-faults.ts'
import { DEFAULT_THEME } from './default-theme.ts'
import { fontsSchema } from './font-schema.ts'

/** A number with a unit, or such numbers within clamp(), min(), max() or calc(). */
const LENGTH = /^(?:\d*\.?\d+(?:rem|em|px|ch|vw|%)|(?:clamp|min|max|calc)\([\w\s.,+*/%()-]+\))$/
const length = z
  .string('must be a length such as "1.125rem"')
  .refine(
    (text) => LENGTH.test(text) && isBalanced(text),
    'must be a length such as "1.125rem", or clamp() of such',
  )

const LINE = 'must be the height of lines, from 0.8 to 3 times the size'
const size = z.tuple(
  [length, z.number(LINE).min(0.8, LINE).max(3, LINE)],
  'must be a size and the height of its lines, such as ["1.125rem", 1.4]',
)

const BRIGHTNESS = 'must be a brightness from 0.3 to 1'

const themeSchema = z.strictObject({
  light: over(DEFAULT_THEME.light, colour),
  dark: over(DEFAULT_THEME.dark, colour),
  /** How bright dark pages show pictures; 1 leaves them as they are. */
  darkPictures: z
    .number(BRIGHTNESS)
    .min(0.3, BRIGHTNESS)
    .max(1, BRIGHTNESS)
    .default(DEFAULT_THEME.darkPictures),
  fonts: fontsSchema,
  sizes: over(DEFAULT_THEME.sizes, size),
  widths: over(DEFAULT_THEME.widths, length),
})

/** The keys of a theme. */
export const THEME_KEYS: readonly string[] = Object.keys(themeSchema.shape)

export type ThemeInput = z.input<typeof themeSchema>
export type Theme = z.output<typeof themeSchema>

/** Types `src/theme.ts` while it is written; `parseTheme` checks it. */
export function defineTheme(theme: ThemeInput): ThemeInput {
  return theme
}

/**
 * A checked theme, with the program's own looks in all that it leaves out; contrast-faults.ts says whether it can be read.
 * @throws SettingsError, of setting-faults.ts
 */
export function parseTheme(input: unknown, file = 'src/theme.ts'): Theme {
  return parseSettings(themeSchema, input, { file, whole: 'the theme' })
}

/** An object of which each key may be left out, and then has its default. */
function over<Defaults extends Record<string, unknown>, Schema extends z.ZodType>(
  defaults: Defaults,
  schema: Schema,
) {
  const shape = Object.fromEntries(
    Object.entries(defaults).map(([key, value]) => [key, schema.prefault(value as never)]),
  )
  return z.strictObject(shape as { [Key in keyof Defaults]: z.ZodPrefault<Schema> }).prefault({} as never)
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth++
    if (sign === ')' && --depth < 0) return false
  }
  return depth === 0
}
