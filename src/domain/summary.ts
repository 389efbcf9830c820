import type { Focus } from './crop.ts'
import type { Article, Author, ImageFile } from './article.ts'
import { keyEvents, liveSummaryOf } from './live/entries.ts'
import type { LiveSummary } from './live/live.ts'
import { modifiedAt } from './publication.ts'

/**
 * What a list shows of an article, and nothing else. A page of a list is rendered
 * again when one of its summaries changes, but not when a body, a caption or an
 * author's biography does.
 */
export interface Summary extends Pick<
  Article,
  'slug' | 'title' | 'description' | 'category' | 'publishedAt' | 'lang' | 'kind' | 'priority' | 'unpublished'
> {
  authors: Pick<Author, 'slug' | 'name'>[]
  modifiedAt: Date
  image?: { src: ImageFile; focus?: Focus | undefined } | undefined
  /** How many lie beside the article. */
  comments: number
  /** Set on live coverage that is not over. No entry changes it but a key event. */
  live?: LiveSummary | undefined
}

const known = new WeakMap<Article, Summary>()

/** The same object each time. */
export function summaryOf(article: Article): Summary {
  const summary = known.get(article) ?? summarise(article)
  known.set(article, summary)
  return summary
}

function summarise(article: Article): Summary {
  const { slug, title, description, category, publishedAt, lang, kind, priority, unpublished, live } = article
  return {
    slug,
    title,
    description,
    category,
    publishedAt,
    lang,
    kind,
    priority,
    unpublished,
    authors: article.authors.map(({ slug, name }) => ({ slug, name })),
    modifiedAt: modifiedAt({ ...article, live: live && { entries: keyEvents(live) } }),
    image: article.image && { src: article.image.src, focus: article.image.focus },
    comments: article.comments.length,
    live: live && liveSummaryOf(live),
  }
}

/** The newest change among articles; undefined for none. */
export function lastModified(summaries: readonly Summary[]): Date | undefined {
  return summaries.reduce<Date | undefined>(
    (newest, { modifiedAt }) => (newest && newest >= modifiedAt ? newest : modifiedAt),
    undefined,
  )
}
