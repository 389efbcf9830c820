import type { Fields } from './front-matter.ts'
import type { Dialect } from './codes/dialect.ts'

/** What the settings of a site say. */
export interface SiteSettings {
  /** Of the whole site, with its path; empty where nothing names it. */
  url: string
  title: string
  /** Undefined for the outlet's. */
  timeZone: string | undefined
  /** The pattern of articles' addresses that was asked for; undefined for the site's own. */
  permalink: string | undefined
  /** All that the settings hold. */
  fields: Fields
}

/** What the path of a file says of it. */
export interface TextPlace {
  /** `dated` is an article if a date of it is known, else a page. */
  kind: 'article' | 'page' | 'dated'
  /** Its name without date, language and ending. */
  name: string
  /** As its name has it. */
  date?: string
  isDraft?: boolean
  categories?: readonly string[]
  language?: string
  /** Folders that count in its address, without slashes around them. */
  folder: string
  /** The collection, or the section, that it is in; empty for none. */
  section: string
}

/** What an address is made of. */
export interface Addressed {
  path: string
  place: TextPlace
  title: string
  /** That the front matter has; empty for none. */
  slug: string
  /** As the front matter has it; undefined for none. */
  permalink: unknown
  categories: readonly string[]
  date: Date | undefined
  timeZone: string
}

/** One of the systems that keep articles as Markdown files. */
export interface SiteKind {
  name: string
  /** Names of its settings files, any of which tells the system by being there. */
  settings: readonly string[]
  /** Folders that hold no articles, by their names. */
  passedOver: ReadonlySet<string>
  /** How its texts call what the system puts in. */
  dialect: Dialect
  /** Whether blanks part the words of `tags: a b`. */
  tagsByBlanks: boolean
  /** Tags that are no words for readers, as they only say which list a text is in. */
  notTags?: ReadonlySet<string>
  /** Folders whose files the site serves at its root. */
  served: readonly string[]
  /** What a file is; why it becomes nothing; or undefined for one that is none of the site's texts. */
  placeOf: (
    path: string,
    site: SiteSettings,
    exists: (path: string) => boolean,
  ) => TextPlace | string | undefined
  /** The path at which a file was served; undefined where that cannot be known. */
  addressOf: (file: Addressed, site: SiteSettings) => string | undefined
  /** Values that a file has unless it names its own. */
  defaultsOf?: (path: string, place: TextPlace, site: SiteSettings) => Fields
  /** The old address of a tag's page; undefined where it had none. */
  tagAddress: (name: string, site: SiteSettings) => string | undefined
  categoryAddress: (id: string, site: SiteSettings) => string | undefined
}

const TEXTS = /\.(md|markdown|mkdn?|mkdown|mdx|html?)$/i
const OTHER_TEXTS = /\.(adoc|asciidoc|org|rst|textile|njk|liquid|11ty\.js|haml|pug)$/i

/** A path's folder and name, and its ending if it is a text's; why it becomes nothing if it is another text's. */
export function textPath(path: string): { folder: string; name: string } | string | undefined {
  const [, folder = '', file = ''] = /^(?:(.*)\/)?([^/]+)$/.exec(path) ?? []
  const other = OTHER_TEXTS.exec(file)
  if (other) return `written as ${other[0]}, which is neither Markdown nor HTML`
  return TEXTS.test(file) ? { folder, name: file.replace(TEXTS, '') } : undefined
}

const DATED = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/

/** A file's name without the date in front of it. */
export function datedName(name: string): { date?: string; name: string } {
  const [, date, rest] = DATED.exec(name) ?? []
  return date === undefined || rest === undefined ? { name } : { date, name: rest }
}

/** The path that a front matter gives, with a slash in front. */
export function withSlash(path: string): string {
  return /^(https?:)?\//.test(path) ? path : `/${path}`
}
