import { z } from 'astro/zod'
import { isSlug } from './slug.ts'
import { parseMoment } from './zoned-time.ts'

// Bidirectional overrides can make a headline read as another one; right-to-left text itself needs none.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
export const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** One line of text, of at most `limit` characters. */
export function line(limit: number) {
  return z
    .string('must be text: put it in quotes')
    .trim()
    .min(1, { error: 'must not be empty', abort: true })
    .max(limit, `must have at most ${limit} characters`)
    .refine(
      (text) => !FORBIDDEN.test(text),
      'must not hold control characters: type it again, without pasting',
    )
}

/** The name of a file in a folder of the newsroom. */
export function slugOf(folder: string) {
  return nameOf(folder).meta({ folder })
}

/** The same where the web desk, which knows articles by their paths, has a plain field. */
export function nameOf(folder: string) {
  const message = `must name a file of ${folder}, without its ending`
  return z.string(message).refine(isSlug, message)
}

/** A list without repetitions. */
export function distinct<T extends z.ZodType>(item: T) {
  return z
    .array(item, 'must be a list, such as [first, second]')
    .refine((items) => new Set(items).size === items.length, 'must not name the same thing twice')
}

/** A moment, read in `timeZone` where the text names no zone. */
export function moment(timeZone: string) {
  return z
    .string('must be a date such as 2025-07-04T22:13')
    .transform((text, ctx) => {
      const date = parseMoment(text, timeZone)
      if (date) return date
      ctx.addIssue({
        code: 'custom',
        message: 'must be a date that exists, such as 2025-07-04T22:13 or 2025-07-04T22:13:00+07:00',
      })
      return z.NEVER
    })
    .meta({ format: 'date-time' })
}
