import { aliasFolder } from './alias-file.ts'
import type { CorrectedArticle } from './all-corrections.ts'
import type { Article } from './article.ts'
import type { Edition } from './edition.ts'
import type { Links } from './links.ts'
import { movedOf } from './moved.ts'
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
  entries: (Article | CorrectionEntry)[]
}

/** A correction, with all of the article that it mends. */
export interface CorrectionEntry {
  article: Article
  correction: Correction
}

export type ChannelKind = 'site' | 'category' | 'series' | 'author' | 'tag' | 'corrections'

/** As lists of the edition name an article, or a correction. */
type ListedEntry = Pick<Article, 'slug'> | CorrectedArticle

/** Texts of the chrome that stand in feeds. */
export interface ChannelTexts {
  corrections: string
  correctionsIntro: string
  articlesOn: (tag: string) => string
}

/**
 * Every channel of an outlet in a language, kind by kind: the site first, tags, which may be many, last.
 * @param main the edition in the outlet's main language, unless this is it
 */
export function channelsOf(
  edition: Edition,
  site: Site,
  links: Links,
  texts: ChannelTexts,
  main: Edition = edition,
): Channel[] {
  const { articles, categories, authors, tags, series, corrections } = edition
  const oldPages = new Map<string, string[]>()
  for (const { from, to } of movedOf(edition, links, main).lists) {
    if (isFolder(from)) oldPages.set(to, [...(oldPages.get(to) ?? []), links.written(aliasFolder(from))])
  }
  const inSeries = (slug: string) => articles.filter((article) => article.series?.slug === slug)
  const whole = (entry: ListedEntry): Channel['entries'] => {
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
    channel('corrections', texts.corrections, texts.correctionsIntro, links.corrections(), corrections),
    ...tags
      .filter(({ slug }) => hasTagFeed(edition.byTag.get(slug), site))
      .map(({ slug, name }) =>
        channel('tag', name, texts.articlesOn(name), links.tag(slug), edition.byTag.get(slug)),
      ),
  ]
}

/** Whether tags have feeds, and enough is written on this one. */
export function hasTagFeed(
  articles: readonly unknown[] = [],
  { feeds, output }: Pick<Site, 'feeds' | 'output'>,
): boolean {
  return output.tagFeeds && articles.length >= feeds.tagMinimum
}
