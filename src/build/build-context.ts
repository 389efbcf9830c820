import type { AstroIntegrationLogger } from 'astro'
import type { ChangedArticle } from '#desk/changed-article.ts'
import type { HeldBack } from '#desk/held-back.ts'
import type { Site } from '#domain/site.ts'
import type { JudgedNewsroom, SitemapEntries } from './bridge.ts'
import type { PageFacts } from './search/page-facts.ts'
import type { Workspace } from './workspace.ts'
import type { BuildSettings } from './settings.ts'

/** What is known of a build from its first step to its last. */
export interface BuildContext {
  settings: BuildSettings
  site: Site
  /** The program's folder; absolute, as all paths are. */
  root: string
  /** The path of the front page, from the host's root. */
  base: string
  /** Where the site is published. */
  live: string
  workspace: Workspace
  /** What search has read of the pages that the last build of this process has left; undefined in its first build. */
  searchedBefore: readonly PageFacts[] | undefined
  logger: AstroIntegrationLogger
}

/** What the loader and the pages have said over the bridge by now. */
export interface Findings {
  heldBack: readonly HeldBack[] | undefined
  judged: JudgedNewsroom | undefined
  changedArticles: readonly ChangedArticle[]
  sitemapEntries: SitemapEntries
}

/** The folder of the output that the search makes beside all other steps, and looks after. */
export const SEARCH_FOLDER = 'pagefind'
