import { aliasFolder } from './alias-file.ts'
import type { CorrectedArticle } from './all-corrections.ts'
import type { Article } from './article.ts'
import type { BreakingLine } from './breaking.ts'
import type { Edition } from './edition.ts'
import type { Live, LiveEntry } from './live/live.ts'
import { pageOfEntry } from './live/pages.ts'
import type { Links } from './links.ts'
import { type MovedList, movedOf } from './moved.ts'
import { isFolder } from './old-paths.ts'
import type { Correction } from './publication.ts'
import type { Site } from './site.ts'

/** What readers can follow in a feed: a list of the outlet's, and the page that shows it. */
export interface Channel {
  kind: ChannelKind
  name: string
  /** BCP 47, of name and description; absent for that of the articles. */
  lang?: string
  /** Its name among the feeds of many outlets. */
  title: string
  description: string
  /** Path of the page, beside which the feeds lie. */
  page: string
  /** Paths that the page had before: subscribers have the feeds beside them. */
  oldPages: string[]
  /** The newest first, no more than a feed holds. */
  entries: (Article | CorrectionEntry | EntryOfLive | BreakingOfEdition)[]
  /** Set where nothing more will come: it is in no list of feeds, though whoever follows it has it. */
  isOver?: true
}

/** A correction, with all of the article that it mends. */
export interface CorrectionEntry {
  article: Article
  correction: Correction
}

/** An entry of live coverage, with its article, and the older page that it is on. */
export interface EntryOfLive {
  article: Pick<Article, 'slug' | 'title' | 'category' | 'lang' | 'id' | 'aliases'>
  entry: LiveEntry
  page: number | undefined
}

/** A line of breaking news. */
interface BreakingOfEdition {
  breaking: BreakingLine
}

export type ChannelKind =
  'live' | 'site' | 'category' | 'series' | 'author' | 'tag' | 'corrections' | 'breaking'

/** As lists of the edition name an article, a correction, or a line of breaking news. */
type ListedEntry = Pick<Article, 'slug'> | CorrectedArticle | BreakingOfEdition

/** Texts of the chrome that stand in feeds. */
export interface ChannelTexts {
  breaking: string
  breakingIntro: string
  corrections: string
  correctionsIntro: string
  articlesOn: (tag: string) => string
}

/**
 * Every channel of an outlet in a language, kind by kind: the site first, tags, which may be many, last.
 * @param movedLists what lists were called before
 */
export function channelsOf(
  edition: Edition,
  site: Site,
  links: Links,
  texts: ChannelTexts,
  movedLists: readonly MovedList[] = movedOf(edition, links).lists,
): Channel[] {
  const { articles, categories, authors, tags, series, corrections, breaking } = edition
  const oldPages = new Map<string, string[]>()
  for (const { from, to } of movedLists) {
    if (isFolder(from)) oldPages.set(to, [...(oldPages.get(to) ?? []), links.written(aliasFolder(from))])
  }
  const inSeries = (slug: string) => articles.filter((article) => article.series?.slug === slug)
  const whole = (entry: ListedEntry): Channel['entries'] => {
    if ('breaking' in entry) return [entry]
    const article = edition.bySlug.get('correction' in entry ? entry.article.slug : entry.slug)
    if (!article) return []
    return ['correction' in entry ? { article, correction: entry.correction } : article]
  }
  const channel = (
    kind: ChannelKind,
    name: string,
    description: string | undefined,
    page: string,
    entries: readonly ListedEntry[] = [],
    lang?: string,
  ): Channel => ({
    kind,
    name,
    ...(lang !== undefined && { lang }),
    title: kind === 'site' ? name : `${name} - ${site.name}`,
    description: description ?? site.tagline,
    page,
    oldPages: oldPages.get(page) ?? [],
    entries: entries.slice(0, kind === 'tag' ? site.feeds.tagItems : site.pageSize.feed).flatMap(whole),
  })
  return [
    channel('site', site.name, site.tagline, links.front(), articles),
    ...categories.map(({ slug, name, description, lang }) =>
      channel('category', name, description, links.category(slug), edition.byCategory.get(slug), lang),
    ),
    ...series.map(({ slug, title, description, lang }) =>
      channel('series', title, description, links.series(slug), inSeries(slug), lang),
    ),
    ...authors.map(({ slug, name, bio }) =>
      channel('author', name, bio, links.author(slug), edition.byAuthor.get(slug)),
    ),
    ...articles.flatMap((article) => (article.live ? [liveChannel(article, article.live, site, links)] : [])),
    channel('corrections', texts.corrections, texts.correctionsIntro, links.corrections(), corrections),
    channel(
      'breaking',
      texts.breaking,
      texts.breakingIntro,
      links.breaking(),
      breaking ? [{ breaking }] : [],
    ),
    ...tags
      .filter(({ slug }) => hasTagFeed(edition.byTag.get(slug), site))
      .map(({ slug, name }) =>
        channel('tag', name, texts.articlesOn(name), links.tag(slug), edition.byTag.get(slug)),
      ),
  ]
}

/** Live coverage, entry by entry. */
function liveChannel(article: Article, live: Live, site: Site, links: Links): Channel {
  const { slug, title, category, lang, id, aliases } = article
  const pageOf = pageOfEntry(live, site.pageSize.live)
  const of = { slug, title, category, lang, aliases, ...(id !== undefined && { id }) }
  return {
    kind: 'live',
    name: title,
    ...(lang !== site.articleLanguage && { lang }),
    title: `${title} - ${site.name}`,
    description: article.description,
    page: links.article(article),
    oldPages: [],
    entries: live.entries
      .filter(({ withdrawn }) => !withdrawn)
      .slice(0, site.pageSize.feed)
      .map((entry) => ({ article: of, entry, page: pageOf.get(entry.id) })),
    ...(live.state === 'ended' && { isOver: true }),
  }
}

/** Whether tags have feeds, and enough is written on this one. */
export function hasTagFeed(
  articles: readonly unknown[] = [],
  { feeds, output }: Pick<Site, 'feeds' | 'output'>,
): boolean {
  return output.tagFeeds && articles.length >= feeds.tagMinimum
}
