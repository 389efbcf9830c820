import type { Category } from './article.ts'
import type { Edition } from './edition.ts'
import type { Site } from './site.ts'
import type { Summary } from './summary.ts'
import type { RankedList } from './trending.ts'

const DAY = 86_400_000

export interface FrontPage {
  lead?: Summary | undefined
  topStories: Summary[]
  /** What is read most of the rest, or the newest of it; sections may show it too. */
  ranked: RankedList
  sections: { category: Category; articles: Summary[] }[]
}

/**
 * The front page, no article on it twice but for what its section shows of `ranked`. The lead is the newest with
 * `priority: lead`, the top stories those with a priority and then the newest;
 * a priority wears off `priorityDays` after the article, counted from the
 * newest article, so that an old lead does not stay for ever. What a sponsor
 * paid for is no top story and comes last in its section. A section with
 * nothing left to show is left out.
 */
export function planFrontPage(
  edition: Edition,
  { frontPage, pageSize }: Pick<Site, 'frontPage' | 'pageSize'>,
): FrontPage {
  const used = new Set<Summary>()
  const take = (from: readonly Summary[], count: number) => {
    const taken = [...new Set(from)].filter((article) => !used.has(article)).slice(0, count)
    for (const article of taken) used.add(article)
    return taken
  }
  const isSponsored = ({ kind }: Summary) => kind === 'sponsored'
  const editorial = edition.summaries.filter((article) => !isSponsored(article))
  const newest = edition.summaries[0]
  const recent = editorial.filter(
    ({ publishedAt }) => newest && +newest.publishedAt - +publishedAt <= frontPage.priorityDays * DAY,
  )
  const withPriority = (priority: Summary['priority']) =>
    recent.filter((article) => article.priority === priority)

  const [lead] = take([...withPriority('lead'), ...editorial], 1)
  const topStories = take(
    [...withPriority('lead'), ...withPriority('top'), ...editorial],
    frontPage.topStories,
  )
  const ranked = {
    ...edition.ranking,
    articles: edition.ranking.articles.filter((article) => !used.has(article)).slice(0, pageSize.trending),
  }
  const sections = frontPage.sections.flatMap((section) => {
    const category = edition.categories.find(({ slug }) => slug === section.category)
    const inSection = edition.byCategory.get(section.category) ?? []
    const sponsoredLast = inSection.toSorted((a, b) => Number(isSponsored(a)) - Number(isSponsored(b)))
    const articles = take(sponsoredLast, section.articles)
    return category && articles.length > 0 ? [{ category, articles }] : []
  })
  return { lead, topStories, ranked, sections }
}
