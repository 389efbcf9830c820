import { FEED_FORMATS, type FeedFormat } from './feed-format.ts'
import { CORRECTIONS_ID } from './page-ids.ts'
import { type Language, languageFor, mainLanguage } from './languages.ts'
import type { Site } from './site.ts'

/** Folders and pages that the site makes or keeps for later: no category and no page can have these names. */
export const FIXED_ROUTES = [
  '404',
  'archive',
  'cards',
  'author',
  'feeds',
  'fragments',
  'page',
  'pagefind',
  'search',
  'tag',
  'trending',
  '_astro',
  'admin',
  'corrections',
  'series',
  'saved',
  // Astro never empties an output folder of these names.
  't',
  'g',
  'i',
] as const

/** The dictionary that pages are compressed with, at the site's root. */
export const DICTIONARY_FILE = 'pages.dict'

/** The service worker, at the site's root: it sees to nothing above its folder. */
export const SERVICE_WORKER_FILE = 'sw.js'

/** What of an outlet its addresses are made of. */
export type LinkedSite = Pick<Site, 'url' | 'locale' | 'articleLanguage' | 'languages'>

/** What an article's address is made of. */
export interface ArticlePlace {
  slug: string
  category: { slug: string }
  /** BCP 47; undefined for the language of articles that name none. */
  lang: string | undefined
}

/**
 * Every address of the site, as paths from the host's root, the base of
 * `site.url` in front. `page` numbers count from the oldest articles; without
 * one the address is that of the newest.
 * @param language whose pages these are, the main one unless given; an article's address is the same in all
 */
export function linksFor(site: LinkedSite, language: Language = mainLanguage(site)) {
  const base = new URL(site.url).pathname
  const front = language.path === '' ? base : `${base}${language.path}/`
  const below = (start: string, segments: readonly (string | number)[]) =>
    start + segments.map((s) => `${encodeURIComponent(s)}/`).join('')
  const folder = (...segments: (string | number)[]) => below(front, segments)
  /** Of what the outlet has once, for all of its languages. */
  const common = (...segments: string[]) => below(base, segments)
  const isOneLanguage = site.languages.length === 0
  const paged = (page: number | undefined) => (page === undefined ? [] : ['page', page])

  const links = {
    front: () => front,
    /** The front page in the outlet's main language. */
    root: () => base,
    article: ({ category, slug, lang = site.articleLanguage }: ArticlePlace) => {
      const { path } = isOneLanguage ? { path: '' } : languageFor(lang, site)
      return common(...(path ? [path] : []), category.slug, slug)
    },
    /** A page of older entries of live coverage; the newest are on the article's own. */
    livePage: (article: ArticlePlace, page?: number) =>
      page === undefined ? links.article(article) : `${links.article(article)}live/${page}/`,
    /** An entry of live coverage, on the page that it is on. */
    liveEntry: (article: ArticlePlace, { id, page }: { id: string; page?: number | undefined }) =>
      `${links.livePage(article, page)}#${encodeURIComponent(id)}`,
    category: (slug: string, page?: number) => folder(slug, ...paged(page)),
    tag: (slug: string, page?: number) => folder('tag', slug, ...paged(page)),
    author: (slug: string, page?: number) => folder('author', slug, ...paged(page)),
    series: (slug: string) => folder('series', slug),
    corrections: (page?: number) => folder('corrections', ...paged(page)),
    /** The corrections at the foot of an article. */
    correctionsOf: (article: ArticlePlace) => `${links.article(article)}#${CORRECTIONS_ID}`,
    archive: () => folder('archive'),
    /** `year` is `YYYY`. */
    year: (year: string) => folder('archive', year),
    /** `month` is `YYYY-MM`. */
    month: (month: string, page?: number) => folder('archive', ...month.split('-'), ...paged(page)),
    staticPage: (slug: string) => folder(slug),
    search: () => folder('search'),
    /** What a reader has kept for later, and read lately. */
    saved: () => folder('saved'),
    /** Folder of the search indexes, one below it for each language. */
    searchIndexes: () => common('pagefind'),
    /** A page of older items of a list, by the list's own path. */
    olderPage: (list: string, page: number) => `${list}page/${page}/`,
    /** The feed that follows a page, one of the paths here. */
    feed: (page: string, format: FeedFormat = 'rss') => page + FEED_FORMATS[format].file,
    /** The page that lists all feeds. */
    feeds: () => folder('feeds'),
    /** The line of breaking news, beside whose page its feeds lie. */
    breaking: () => folder('feeds', 'breaking'),
    /** The same list for feed readers, in OPML. */
    feedList: () => `${front}feeds.opml`,
    /** What a browser shows an XML feed with. */
    feedStyle: () => `${front}feed.css`,
    /** The file that proves to search engines who speaks for the site. */
    indexNowKey: (key: string) => `${base}${key}.txt`,
    /** What is read most, of a day, a week and a month. */
    trending: () => folder('trending'),
    /** Of a category, or of the whole site. */
    trendingFragment: (category?: string) =>
      folder('fragments', 'trending', ...(category === undefined ? [] : [category])),
    fragments: () => folder('fragments'),
    /** What the search dialog is filled with. */
    searchFragment: () => folder('fragments', 'search'),
    /** Folder of the files that tell where WordPress's numbers lead. */
    oldNumbers: () => common('fragments', 'old'),
    /** The authors' desk in the browser, where the config has one. */
    webDesk: () => common('admin'),
    /** The state of live coverage, and which entries are the newest. */
    liveFragment: (slug: string) => `${folder('fragments', 'live')}${encodeURIComponent(slug)}.json`,
    /** Which older page each entry is on. */
    livePagesFragment: (slug: string) => `${folder('fragments', 'live', slug)}pages.json`,
    /** An entry of live coverage; another `digest` is another text. */
    liveEntryFragment: (slug: string, id: string, digest: string) =>
      folder('fragments', 'live', slug, id, digest),
    tickerFragment: () => folder('fragments', 'ticker'),
    /** The line of breaking news, as pages fetch it. */
    breakingFragment: () => folder('fragments', 'breaking'),
    sitemap: () => `${base}sitemap-index.xml`,
    newsSitemap: () => `${base}news-sitemap.xml`,
    /** An article as Markdown. */
    markdown: (article: ArticlePlace) => links.article(article).replace(/\/$/, '.md'),
    llmsTxt: () => `${front}llms.txt`,
    securityTxt: () => `${base}.well-known/security.txt`,
    /** What other sites show with a link to a page that has no picture. */
    card: (name: string) => `${common('cards')}${name}.png`,
    /** What opens saved articles without the network. */
    serviceWorker: () => base + SERVICE_WORKER_FILE,
    pageDictionary: () => base + DICTIONARY_FILE,
    manifest: () => `${front}site.webmanifest`,
    openSearch: () => `${front}opensearch.xml`,
    /** A file of `public/`, by its path from there. */
    publicFile: (path: string) => base + path.replace(/^\//, ''),
    /** A path that an author or the config wrote, `/about/` say; addresses with a scheme or a lone # stay. */
    written: (href: string) => (href.startsWith('/') && !href.startsWith('//') ? base + href.slice(1) : href),
    /** The absolute address of a link that an author wrote on a page, one of the paths here. Text that is no address stays. */
    writtenOn: (page: string) => (href: string) => {
      const [address, from] = [links.written(href), links.absolute(page)]
      return URL.canParse(address, from) ? new URL(address, from).href : href
    },
    /** The absolute address of one of the paths above. */
    absolute: (path: string) => new URL(path, site.url).href,
  }
  return links
}

export type Links = ReturnType<typeof linksFor>
