import { allCorrections, type CorrectedArticle } from './all-corrections.ts'
import type {
  Article,
  ArticleEntry,
  Author,
  Category,
  Series,
  StaticPage,
  Tag,
  WithdrawnArticle,
} from './article.ts'
import { breakingAt, type BreakingLine } from './breaking.ts'
import { languageFor, mainLanguage } from './languages.ts'
import { namedIn } from './named-in.ts'
import type { EditionOptions, Newsroom } from './newsroom.ts'
import { isWithdrawn, whyUnpublished } from './publication.ts'
import { knownUntil } from './readership.ts'
import { resolverFor } from './resolve.ts'
import { isSameValue } from './same-value.ts'
import { type Summary, summaryOf } from './summary.ts'
import { aliasesBySlug, indexTags } from './tags.ts'
import { withTranslations } from './translations.ts'
import { mostRead, rankTrending, type RankedList } from './trending.ts'
import { monthOf } from './zoned-time.ts'

/** What the outlet has published at one moment, in one of its languages. Lists of articles are newest first. */
export interface Edition {
  /** The moment. */
  at: Date
  articles: Article[]
  /** Of all articles. */
  summaries: Summary[]
  /** Articles that were taken back: they are in no list, and have only a notice at their addresses. */
  withdrawn: WithdrawnArticle[]
  corrections: CorrectedArticle[]
  /** All in the main language, in another those that something was published in. */
  categories: Category[]
  /** Those whom a published article names, by byline, among its contributors or as the author of an entry. */
  authors: Author[]
  /** Those with a page. */
  tags: Tag[]
  /** Old addresses of tags, by the tag's slug. */
  tagAliases: ReadonlyMap<string, readonly string[]>
  /** `YYYY-MM`, newest first */
  months: string[]
  /** Those with a published part, by title. */
  series: Series[]
  pages: StaticPage[]
  /** What is above every page at present. */
  breaking?: BreakingLine | undefined
  /** The newest, for the ticker. */
  headlines: Summary[]
  /** The most read at present of all, by category, and by each tag that enough is read of. */
  trending: RankedList
  /** The same, and as many more as the front page may show elsewhere. */
  ranking: RankedList
  trendingIn: ReadonlyMap<string, RankedList>
  trendingOn: ReadonlyMap<string, RankedList>
  /** The most read of each period that enough is read in. */
  mostRead: { period: Period; articles: Summary[] }[]
  /** Up to when readership is known. */
  readUntil?: Date | undefined
  bySlug: ReadonlyMap<string, Article>
  byCategory: ReadonlyMap<string, Summary[]>
  byTag: ReadonlyMap<string, Summary[]>
  byAuthor: ReadonlyMap<string, Summary[]>
  byMonth: ReadonlyMap<string, Summary[]>
  /** The published parts of each, in their order. */
  bySeries: ReadonlyMap<string, Summary[]>
}

/** Days of each. */
const PERIODS = { day: 1, week: 7, month: 30 } as const
type Period = keyof typeof PERIODS

/**
 * The one gate between what authors have written and what readers see.
 * @param before an earlier edition, of which articles that are as they were stay the same objects
 * @throws Error when an article names an author or category that is not there, which
 * the desk's rules have reported before, with the line
 */
export function buildEdition(
  newsroom: Newsroom,
  { site, at, unpublished = false, language = mainLanguage(site) }: EditionOptions,
  before?: Pick<Edition, 'bySlug'>,
): Edition {
  const isOneLanguage = site.languages.length === 0
  const isShownHere = ({ lang = site.articleLanguage }: { lang?: string | undefined }) =>
    isOneLanguage || languageFor(lang, site).path === language.path
  const named = namedIn(newsroom, site, language)
  const shownAnywhere = newsroom.articles
    .map((entry) => ({ entry, hidden: whyUnpublished(entry.frontMatter, at) }))
    .filter(({ hidden }) => unpublished || hidden === undefined)
    .sort((a, b) => oldestFirst(a.entry, b.entry))
  const shown = shownAnywhere.filter(({ entry }) => isShownHere(entry.frontMatter))
  const isRoot = language.path === ''
  const sections = new Set(shown.map(({ entry }) => entry.frontMatter.category))
  const categories = named.categories.filter(({ slug }) => isRoot || sections.has(slug)).sort(byOrderThenName)
  const live = shown.filter(({ entry }) => !isWithdrawn(entry.frontMatter, at))
  const tagIndex = indexTags(
    live.map(({ entry }) => entry.frontMatter.tags),
    site.output.tagPagesFrom,
  )
  const resolver = resolverFor({ ...newsroom, ...named }, tagIndex, { site, at, unpublished })
  const resolved = live.map(({ entry, hidden }) => resolver.article(entry, hidden))
  const translatable = isOneLanguage
    ? resolved
    : shownAnywhere
        .filter(({ entry }) => !isWithdrawn(entry.frontMatter, at))
        .map(({ entry }) => resolver.translated(entry))
  const articles = withTranslations(resolved, translatable)
    .map((article) => sameAsBefore(article, before?.bySlug.get(article.slug)))
    .sort(newestFirst)
  const withdrawn = shown.flatMap(({ entry }) => resolver.notice(entry) ?? []).sort(newestFirst)

  const summaries = articles.map(summaryOf)
  const byCategory = summariesBy(articles, (article) => [article.category.slug])
  const byMonth = summariesBy(articles, (article) => [monthOf(article.publishedAt, site.timeZone)])
  const bySeries = summariesBy([...articles].sort(byPart), ({ series }) => (series ? [series.slug] : []))
  const byAuthor = summariesBy(articles, (article) => article.authors.map(({ slug }) => slug))
  const credited = new Set(
    articles.flatMap(({ contributors, live }) => [
      ...contributors.map(({ author }) => author?.slug),
      ...(live?.entries.flatMap(({ authors }) => authors.map(({ slug }) => slug)) ?? []),
    ]),
  )
  const byTag = summariesBy(articles, (article) => article.tags.filter(isListed).map(({ slug }) => slug))
  const bySlug = new Map(articles.map((article) => [article.slug, article]))
  const { readership } = newsroom
  const trendingOf = (among: Summary[], limit = site.pageSize.trending) =>
    rankTrending(among, readership, { ...site.trending, limit, at })
  const mostReadIn = (days: number) =>
    mostRead(summaries, readership, { ...site.trending, days, limit: site.pageSize.mostRead })
  const until = readership && knownUntil(readership)
  return {
    at,
    articles,
    summaries,
    withdrawn,
    corrections: allCorrections(articles),
    categories,
    authors: named.authors
      .filter(({ slug }) => byAuthor.has(slug) || credited.has(slug))
      .sort((a, b) => compare(a.name, b.name) || compare(a.slug, b.slug)),
    tags: [...tagIndex.bySlug.values()].filter(isListed).sort((a, b) => compare(a.slug, b.slug)),
    tagAliases: aliasesBySlug(newsroom.tagAliases),
    months: [...byMonth.keys()],
    series: named.series
      .filter(({ slug }) => bySeries.has(slug))
      .sort((a, b) => compare(a.title, b.title) || compare(a.slug, b.slug)),
    pages: newsroom.pages.filter(isShownHere),
    breaking: breakingAt(newsroom.breaking, at, bySlug, (slug) =>
      shownAnywhere.some(({ entry }) => entry.slug === slug && !isShownHere(entry.frontMatter)),
    ),
    headlines: summaries.slice(0, site.pageSize.ticker),
    trending: trendingOf(summaries),
    ranking: trendingOf(summaries, 1 + site.frontPage.topStories + site.pageSize.trending),
    trendingIn: new Map(categories.map(({ slug }) => [slug, trendingOf(byCategory.get(slug) ?? [])])),
    trendingOn: new Map(
      [...byTag]
        .map(([slug, among]) => [slug, trendingOf(among)] as const)
        .filter(([, { basis }]) => basis === 'readership'),
    ),
    mostRead: Object.entries(PERIODS).flatMap(([period, days]) => {
      const { basis, articles } = mostReadIn(days)
      return basis === 'readership' ? [{ period: period as Period, articles }] : []
    }),
    readUntil: until === undefined ? undefined : new Date(until),
    bySlug,
    byCategory,
    byTag,
    byAuthor,
    byMonth,
    bySeries,
  }
}

function sameAsBefore(article: Article, before: Article | undefined): Article {
  return before && isSameValue(before, article) ? before : article
}

/** Ties by slug, so that the order never depends on the file system's. */
export function newestFirst(a: Dated, b: Dated): number {
  return b.publishedAt.getTime() - a.publishedAt.getTime() || compare(a.slug, b.slug)
}

type Dated = Pick<Article, 'publishedAt' | 'slug'>

function isListed({ isUnlisted }: Tag): boolean {
  return !isUnlisted
}

function byPart(a: Article, b: Article): number {
  return (a.series?.part ?? 0) - (b.series?.part ?? 0) || compare(a.slug, b.slug)
}

function oldestFirst(a: ArticleEntry, b: ArticleEntry): number {
  const difference = a.frontMatter.publishedAt.getTime() - b.frontMatter.publishedAt.getTime()
  return difference || compare(a.slug, b.slug)
}

function byOrderThenName(a: Category, b: Category): number {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || compare(a.name, b.name) || compare(a.slug, b.slug)
}

/** By code units: the same in every locale of the building machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function summariesBy(
  articles: readonly Article[],
  keysOf: (article: Article) => string[],
): Map<string, Summary[]> {
  const groups = new Map<string, Summary[]>()
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const group = groups.get(key)
      if (group) group.push(summaryOf(article))
      else groups.set(key, [summaryOf(article)])
    }
  }
  return groups
}
