import { z } from 'astro/zod'
import { lines, moment } from './field.ts'

const LONGEST = 1000

/** What was wrong and what is right, in plain text: it goes into pages, feeds and structured data alike. */
function correctionSchema(timeZone: string) {
  return z.strictObject({ at: moment(timeZone), note: lines(LONGEST) }, 'must be { at, note }')
}

/** An article's corrections, each with a moment of its own, by which feeds identify it. */
export function correctionsSchema(timeZone: string) {
  return z
    .array(correctionSchema(timeZone), 'must be a list of { at, note }')
    .refine(
      (notes) => new Set(notes.map(({ at }) => at.getTime())).size === notes.length,
      'must not name the same moment twice: put both into one note',
    )
}

/** That an article is taken back, and why, in plain text. */
export function withdrawalSchema(timeZone: string) {
  return z.strictObject({ at: moment(timeZone), reason: lines(LONGEST) }, 'must be { at, reason }')
}
