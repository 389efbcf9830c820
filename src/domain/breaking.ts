import { z } from 'astro/zod'
import type { Article } from './article.ts'
import { address, line, moment, nameOf } from './field.ts'
import { faultOfMarkup } from './plain-line.ts'
import { summaryOf, type Summary } from './summary.ts'

const LIMIT = 140
const HREF = 'must be a path such as /politics/x/, or an address such as https://example.org/x'

const webAddress = address(['http', 'https'], HREF)
const href = z
  .string(HREF)
  .refine((text) => /^\/(?!\/)\S*$/.test(text) || webAddress.safeParse(text).success, HREF)
  .meta({ examples: ['/politics/x/', 'https://example.org/x'] })

/** `src/content/breaking.yml`: one line above every page, from a moment to another. */
export function breakingSchema(timeZone: string) {
  return z
    .strictObject({
      text: line(LIMIT).superRefine((text, ctx) => {
        const message = faultOfMarkup(text)
        if (message) ctx.addIssue({ code: 'custom', message })
      }),
      article: nameOf('articles/').optional(),
      href: href.optional(),
      from: moment(timeZone),
      until: moment(timeZone),
    })
    .superRefine(({ article, href, from, until }, ctx) => {
      if (article !== undefined && href !== undefined)
        ctx.addIssue({
          code: 'custom',
          path: ['href'],
          message: 'must not stand beside "article": the line leads to one of them',
        })
      if (until <= from) ctx.addIssue({ code: 'custom', path: ['until'], message: 'must be after from' })
    })
}

/** What the file says. */
export type BreakingEntry = z.output<ReturnType<typeof breakingSchema>>

/** A line of breaking news that readers see at the moment of an edition. */
export interface BreakingLine {
  /** Tells it from the one before: a correction of the text leaves it the same, so that whoever has closed it is not told again. */
  id: string
  text: string
  /** The article that it leads to, once that is published. */
  article?: Summary | undefined
  /** As it is written, where it leads elsewhere. */
  href?: string | undefined
  from: Date
  until: Date
}

/**
 * The line as an edition shows it; undefined where it is not the time, and where its article belongs to another language.
 * @param articles those of the edition's language, by slug
 * @param isElsewhere whether another language of the outlet has an article of that slug
 */
export function breakingAt(
  entry: BreakingEntry | undefined,
  at: Date,
  articles: ReadonlyMap<string, Article>,
  isElsewhere: (slug: string) => boolean,
): BreakingLine | undefined {
  if (!entry || at < entry.from || at >= entry.until) return undefined
  const { text, article: slug, href, from, until } = entry
  const article = slug === undefined ? undefined : articles.get(slug)
  if (slug !== undefined && !article && isElsewhere(slug)) return undefined
  return {
    id: `${from.toISOString()} ${slug ?? href ?? ''}`.trim(),
    text,
    article: article && summaryOf(article),
    href,
    from,
    until,
  }
}
