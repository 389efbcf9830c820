import { z } from 'astro/zod'
import { DEFAULT_FONTS } from './default-fonts.ts'

const ENDINGS = ['woff2', 'woff', 'ttf', 'otf']

/** The name of a font, which stands in style sheets. */
const fontName = z
  .string('must be the name of a font')
  .regex(/^\p{L}[\p{L}\p{N} ._-]{0,99}$/u, 'must be the name of a font: letters, digits, blanks and hyphens')

const OF_OUTLET = /^\.?\/[^/]/
const OF_PACKAGE = /^(?:@[^/]+\/)?[^@./][^/]*\/[^/]/

/** `./` is the theme's own folder, `/` is `public/`, and all else a package. */
const fontFile = (endings: readonly string[]) => {
  const fault = `must be a file that ends in .${endings.join(', .')}: of a package, "@fontsource-variable/lora/files/…", of public/, "/fonts/…", or beside the theme, "./fonts/…"`
  return z
    .string(fault)
    .refine((file) => OF_OUTLET.test(file) || OF_PACKAGE.test(file), { error: fault, abort: true })
    .refine((file) => isPlainPath(file.replace(/^\.?\//, ''), endings), fault)
}

const style = z.enum(['normal', 'italic'], 'must be "normal" or "italic"').default('normal')
const percent = z
  .number('must be a number of percent')
  .min(0, 'must be 0 or more')
  .max(1000, 'must be 1000 or less')
const WEIGHT = 'must be a weight such as 400, or "400 700" for a file of all between them'

const family = (fallbacks: string[]) =>
  z.strictObject({
    name: fontName,
    files: z
      .array(
        z
          .strictObject({
            file: fontFile(ENDINGS),
            weight: z
              .union(
                [
                  z.int(WEIGHT).min(1, WEIGHT).max(1000, WEIGHT),
                  z.string().regex(/^[1-9]\d{0,3}(?: [1-9]\d{0,3})?$/, WEIGHT),
                ],
                WEIGHT,
              )
              .transform(String)
              .default('400'),
            style,
            /** The letters that the file is fetched for; all of them unless given. Files that share a weight and a style need it. */
            unicodeRange: z
              .array(
                z
                  .string()
                  .regex(/^U\+[\dA-F?]{1,6}(?:-[\dA-F]{1,6})?$/i, 'must be a range such as "U+0000-00FF"'),
              )
              .min(1, 'must name a range, or be left out')
              .optional(),
            /** Whether a build takes the letters of the outlet's languages out of it: its licence must allow that. */
            subset: z.boolean('must be true or false').default(false),
          })
          .refine(({ subset, unicodeRange }) => !subset || unicodeRange !== undefined, {
            path: ['subset'],
            error: 'needs a unicodeRange: the letters that the file has',
          }),
      )
      .min(1, 'must name a file'),
    /** What readers see until the files are there, and without them; the last is one of CSS's own, `serif` say. */
    fallbacks: z.array(fontName).min(1, 'must name a font').default(fallbacks),
    /** Fonts of readers' devices, made as wide and tall as this one; without them, one is made of Times New Roman or Arial. */
    standIns: z
      .strictObject({
        /** Of this family's files, in percent of the size. */
        ascent: percent,
        descent: percent,
        lineGap: percent.default(0),
        faces: z
          .array(
            z.strictObject({
              /** One for all weights and styles of a font. */
              name: fontName,
              /** How devices call it. */
              local: z.array(fontName).min(1, 'must name a font'),
              weight: z.int('must be a weight such as 400').min(1).max(1000).default(400),
              style,
              /** Percent: how wide a text is in this family, by how wide it is in that font. */
              width: percent,
            }),
          )
          .min(1, 'must have a face'),
      })
      .optional(),
    /** Files of one bold weight for the cards that other sites show, which take no .woff2; without them, cards keep the program's font. */
    card: z
      .array(fontFile(['woff', 'ttf', 'otf']))
      .min(1, 'must name a file, or be left out')
      .optional(),
  })

/** The two families of an outlet: `serif` for headlines and texts, `sans` for all else. */
export const fontsSchema = z
  .strictObject({
    serif: family(['Georgia', 'serif']).prefault(DEFAULT_FONTS.serif),
    sans: family(['system-ui', 'sans-serif']).prefault(DEFAULT_FONTS.sans),
  })
  .prefault({})

export type FontFamily = z.output<typeof fontsSchema>['serif']

function isPlainPath(path: string, endings: readonly string[]): boolean {
  const steps = path.split('/')
  return (
    /^[\p{L}\p{N}@/ ._~-]+$/u.test(path) &&
    steps.every((step) => !['', '.', '..'].includes(step)) &&
    endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`))
  )
}
