import type { BlogPosting, Person } from 'schema-dts'
import type { Article } from '#domain/article.ts'
import { nameOfEntry } from '#domain/live/entries.ts'
import type { Live, LiveEntry } from '#domain/live/live.ts'
import type { Links } from '#domain/links.ts'
import { entryModifiedAt } from '#domain/publication.ts'
import type { Site } from '#domain/site.ts'
import { isoInZone } from '#domain/zoned-time.ts'

/** An entry on an article's own page, with its text without markup. */
export interface LiveUpdate {
  entry: LiveEntry
  text: string
}

/**
 * What schema.org's LiveBlogPosting has beyond an article: when the coverage begins and ends, and its updates, as
 * https://schema.org/LiveBlogPosting wants them. What was taken back is no update.
 */
export function coverage(
  article: Pick<Article, 'slug' | 'category' | 'lang'>,
  { from, until }: Live,
  updates: readonly LiveUpdate[],
  site: Site,
  links: Links,
) {
  const moment = (at: Date) => isoInZone(at, site.timeZone)
  return {
    coverageStartTime: moment(from),
    ...(until && { coverageEndTime: moment(until) }),
    liveBlogUpdate: updates
      .filter(({ entry }) => !entry.withdrawn)
      .map(({ entry, text }): BlogPosting => ({
        '@type': 'BlogPosting',
        headline: nameOfEntry(entry),
        ...(text !== '' && { articleBody: text }),
        url: links.absolute(links.liveEntry(article, entry)),
        datePublished: moment(entry.at),
        dateModified: moment(entryModifiedAt(entry)),
        ...(entry.authors.length > 0 && {
          author: entry.authors.map(({ name, slug }): Person => ({
            '@type': 'Person',
            name,
            url: links.absolute(links.author(slug)),
          })),
        }),
      })),
  }
}
