import { z } from 'astro/zod'
import type { Article, Unpublished } from './article.ts'
import { lines, moment } from './field.ts'
import { type Summary, summaryOf } from './summary.ts'

const LONGEST = 1000

/** What was wrong and what is right, in plain text: it goes into pages, feeds and structured data alike. */
function correctionSchema(timeZone: string) {
  return z.strictObject({ at: moment(timeZone), note: lines(LONGEST) }, 'must be { at, note }')
}

/** An article's corrections; feeds tell them apart by their moments. */
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

export interface Correction {
  at: Date
  note: string
  /** Set where notes of a later date are shown at all. */
  unpublished?: Unpublished | undefined
}

/** A correction beside the article that it mends. */
export interface CorrectedArticle {
  article: Summary
  correction: Correction
}

/** The notes that have come by a moment, newest first; `unpublished` takes in the later ones, marked as such. */
export function correctionsAt(
  notes: readonly { at: Date; note: string }[],
  at: Date,
  unpublished = false,
): Correction[] {
  return notes
    .filter((note) => unpublished || note.at <= at)
    .map((note): Correction => (note.at > at ? { ...note, unpublished: 'scheduled' } : note))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** Every correction of these articles, newest first; of the same moment, in the order of the articles. */
export function allCorrections(articles: readonly Article[]): CorrectedArticle[] {
  return articles
    .flatMap((article) =>
      article.corrections.map((correction) => ({ article: summaryOf(article), correction })),
    )
    .sort((a, b) => b.correction.at.getTime() - a.correction.at.getTime())
}

/** Whether an article has been taken back by that moment. */
export function isWithdrawn({ withdrawn }: { withdrawn?: { at: Date } | undefined }, at: Date): boolean {
  return withdrawn !== undefined && withdrawn.at <= at
}
