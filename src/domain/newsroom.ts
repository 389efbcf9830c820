import type { ArticleEntry, Author, Category, Series, StaticPage } from './article.ts'
import type { BreakingEntry } from './breaking.ts'
import type { Language } from './languages.ts'
import type { Readership } from './readership.ts'
import type { Site } from './site.ts'

/** All that a newsroom holds, before anything is published of it. */
export interface Newsroom {
  articles: ArticleEntry[]
  authors: Author[]
  categories: Category[]
  series: Series[]
  pages: StaticPage[]
  readership?: Readership | undefined
  /** Old addresses of tags, by a spelling of each. */
  tagAliases?: Readonly<Record<string, readonly string[]>> | undefined
  /** The line of breaking news, whatever the time. */
  breaking?: BreakingEntry | undefined
}

/** The moment of an edition, and whether it is for readers. */
export interface EditionOptions {
  site: Site
  /** Articles of a later moment are not in the edition. */
  at: Date
  /** Take in drafts and later articles too, each marked as such. */
  unpublished?: boolean
  /** The one whose articles are in the edition, of those of the outlet; its main one unless given. */
  language?: Language
}
