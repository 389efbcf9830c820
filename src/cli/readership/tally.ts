import type { AddressedArticle } from './article-addresses.ts'
import { hourOf, type Readership } from '#domain/readership.ts'

const HOUR = 3600
/** More hours than there are until the year 2400. */
const HOURS = 2 ** 22

/** Views of articles by the hour. */
export class Tally {
  private readonly slugs: string[] = []
  private readonly views = new Map<number, number>()

  /** @param at seconds since 1970 */
  add({ slug, number }: AddressedArticle, at: number, views: number): void {
    this.slugs[number] = slug
    const key = number * HOURS + Math.floor(at / HOUR)
    this.views.set(key, (this.views.get(key) ?? 0) + views)
  }

  addAll(other: Tally): void {
    for (const [key, views] of other.views) {
      const number = Math.floor(key / HOURS)
      this.add({ number, slug: other.slugs[number] ?? '' }, (key % HOURS) * HOUR, views)
    }
  }

  articles(): Readership['articles'] {
    const articles: Readership['articles'] = {}
    for (const [key, views] of this.views) {
      const slug = this.slugs[Math.floor(key / HOURS)] ?? ''
      const hours = (Object.hasOwn(articles, slug) && articles[slug]) || {}
      hours[hourOf(1000 * (key % HOURS) * HOUR)] = views
      articles[slug] = hours
    }
    return articles
  }
}
