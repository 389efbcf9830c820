import type { Source } from '#desk/source.ts'
import { knownUntil, type Readership } from '#domain/readership.ts'
import { viewsBetween } from '#domain/trending.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const HOURS_SHOWN = 7 * 24

/** An article's views in the last 24 hours, in the 24 before, and in the last seven days. */
interface ArticleFigures {
  title: string
  category: string
  day: number
  dayBefore: number
  week: number
}

/** The figures about its readers that a newsroom gets. */
export interface Figures {
  /** Up to when readership is known, in ms. */
  until: number
  /** Of the last seven days, the oldest first; hours without views too. */
  hours: { at: Date; views: number }[]
  /** Those read in the last seven days, the most read first. */
  articles: ArticleFigures[]
  /** Views in the last seven days. */
  categories: { name: string; views: number }[]
  /** Those read more than the day before, by how much more. */
  risers: (ArticleFigures & { more: number })[]
}

/** Undefined where nothing has been read. */
export function figuresOf(
  readership: Readership,
  sources: { articles: readonly Source[]; categories: readonly Source[] },
): Figures | undefined {
  const until = knownUntil(readership)
  if (until === undefined) return undefined
  const categoryNames = new Map(sources.categories.map(({ slug, data }) => [slug, String(data.name ?? slug)]))
  const articles = sources.articles
    .map(({ slug, data }): ArticleFigures => {
      const hours = readership.articles[slug]
      const category = String(data.category)
      return {
        title: String(data.title ?? slug),
        category: categoryNames.get(category) ?? category,
        day: viewsBetween(hours, until - DAY),
        dayBefore: viewsBetween(hours, until - 2 * DAY, until - DAY),
        week: viewsBetween(hours, until - 7 * DAY),
      }
    })
    .filter(({ week }) => week > 0)
    .sort((a, b) => b.week - a.week || (a.title < b.title ? -1 : 1))
  const byCategory = Map.groupBy(articles, ({ category }) => category)
  return {
    until,
    hours: hoursOf(readership, until),
    articles,
    categories: [...byCategory]
      .map(([name, of]) => ({ name, views: of.reduce((sum, { week }) => sum + week, 0) }))
      .sort((a, b) => b.views - a.views),
    risers: articles
      .map((article) => ({ ...article, more: article.day - article.dayBefore }))
      .filter(({ more }) => more > 0)
      .sort((a, b) => b.more - a.more),
  }
}

function hoursOf({ articles }: Readership, until: number): Figures['hours'] {
  const last = Math.floor(until / HOUR) * HOUR
  const first = last - (HOURS_SHOWN - 1) * HOUR
  const views = new Map(Array.from({ length: HOURS_SHOWN }, (_, i) => [first + i * HOUR, 0]))
  for (const [hour, count] of Object.values(articles).flatMap((hours) => Object.entries(hours))) {
    const at = Date.parse(hour)
    if (views.has(at)) views.set(at, (views.get(at) ?? 0) + count)
  }
  return [...views].map(([at, count]) => ({ at: new Date(at), views: count }))
}
