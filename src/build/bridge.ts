import type { ChangedArticle } from '#desk/changed-article.ts'
import type { FillContext, StoredEntries } from '#desk/stored-entries.ts'
import type { HeldBack } from '#desk/held-back.ts'
import type { Mistakes } from '#desk/mistakes.ts'
import type { Problem } from '#desk/problem.ts'
import type { Collection } from '#desk/read-newsroom.ts'

/**
 * What a build, or the development server, does for the content loader and the pages. They run in the same
 * process, but Vite has other instances of their modules, so that they share none with the build.
 */
export interface Bridge {
  /** The loader has found articles, or changes of them, that readers do not see yet. */
  heldBack(articles: readonly HeldBack[]): void
  /** The loader has judged the newsroom, and it may be published. */
  judged(newsroom: JudgedNewsroom): void
  /** The loader has found articles that are not as they were in the last build. */
  changedArticles(articles: readonly ChangedArticle[]): void
  /** The loader has filled the store of a collection. */
  filled(collection: Collection, context: FillContext): void
  /** All that is stored; another object where anything of it has changed. In development nobody answers, and pages ask Astro. */
  stored(): StoredEntries
  /** The loader has read the newsroom of an author at work. */
  mistakes(mistakes: Mistakes): void
  /** Of cache keys, those whose pages are fresh: they lie in the output as they would be rendered. */
  freshOf(keys: readonly string[]): ReadonlySet<string>
  /** The pages have said what the sitemap tells of them. */
  sitemapEntries(entries: SitemapEntries): void
}

/** What whoever publishes a newsroom wants to know of it beside what is held back. */
export interface JudgedNewsroom {
  /** How many articles readers may see. */
  articles: number
  warnings: readonly Problem[]
  /** The next moment at which the clock alone changes the site, but for what is held back: milliseconds since 1970. */
  nextChange: number | undefined
}

/** What the sitemap tells of pages, by their absolute addresses. */
export type SitemapEntries = Record<string, SitemapEntry>

interface SitemapEntry {
  lastmod?: string | undefined
  images: string[]
  /** The page in other languages and its own, which tells search engines that these are one. */
  alternates?: { lang: string; url: string }[]
}

const BRIDGE = Symbol.for('warta.bridge')
const shared = globalThis as { [BRIDGE]?: Partial<Bridge> }

/** Answers the loader and the pages from now on. @returns what ends that */
export function openBridge(answers: Partial<Bridge>): () => void {
  shared[BRIDGE] = answers
  return () => {
    if (shared[BRIDGE] === answers) delete shared[BRIDGE]
  }
}

/** For the loader and the pages; where nobody answers, nothing is there to be called. */
export function bridge(): Partial<Bridge> {
  return shared[BRIDGE] ?? {}
}
