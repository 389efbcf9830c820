import { z } from 'astro/zod'
import { addressFault } from './missing-scheme.ts'
import { isSlug } from './slug.ts'
import { faultOfLine, faultOfLines } from './written-text.ts'
import { parseMoment } from './zoned-time.ts'

/** One line of text, of at most `limit` characters. */
export function line(limit: number) {
  return written(limit, faultOfLine)
}

/** A text that may have several lines. */
export function lines(limit: number) {
  return written(limit, faultOfLines)
}

function written(limit: number, faultOf: (text: string) => string | undefined) {
  return z
    .string('must be text: put it in quotes')
    .trim()
    .min(1, 'must not be empty')
    .max(limit, `must have at most ${limit} characters`)
    .superRefine((text, ctx) => {
      // Each text gets one fault. No check aborts, as zod only then reports what is wrong within a choice of forms.
      const message = ctx.issues.length > 0 ? undefined : faultOf(text)
      if (message) ctx.addIssue({ code: 'custom', message })
    })
}

/** An address with one of these schemes; `fault` says what it must be. */
export function address(schemes: readonly string[], fault: string) {
  const error = addressFault(fault, schemes)
  return (
    z
      .url({ protocol: new RegExp(`^(${schemes.join('|')})$`), error, abort: true })
      // The parser of addresses passes over line breaks, and takes half a character for a whole one.
      .refine((url) => url.isWellFormed() && !/[\s\p{Cc}]/u.test(url), { error })
  )
}

/** The name of a file in a folder of the newsroom. */
export function slugOf(folder: string) {
  return nameOf(folder).meta({ folder })
}

/** The same where the web desk has a plain field: of articles it would list thousands. */
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
