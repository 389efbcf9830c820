import { fileURLToPath } from 'node:url'
import type { HookParameters } from 'astro'
import { type HeldBack, tellHeldBack } from '#desk/held-back.ts'
import { writeHeaders } from '#syndication/response-headers.ts'
import type { Analyser } from './analyse/analyser.ts'
import type { JudgedNewsroom } from './bridge.ts'
import { type BuildContext, type Findings, SEARCH_FOLDER } from './build-context.ts'
import type { BuildOutput } from './build-output.ts'
import { writeGivenHeaders } from './given-headers.ts'
import type { Release } from './publish/release.ts'
import { type PageFacts, pagePathOf } from './search/page-facts.ts'
import type { SearchSummary } from './search/site-indexes.ts'
import type { Sitemap } from './sitemap.ts'
import { verify } from './verify/verify.ts'
import { addWebDesk } from './web-desk-script.ts'

/** A site at one of the last stages of its build. Each stage's function takes a site at the stage before. */
interface SiteAt<Stage extends string> {
  stage: Stage
  context: BuildContext
  output: BuildOutput
  analyser: Analyser
  release: Release
  /** The pages that search finds. */
  searched: readonly PageFacts[]
  /** The search index is made beside these stages. */
  searching: Promise<SearchSummary>
}

/** All pages and endpoints are there. */
export type SealedSite = SiteAt<'sealed'> & { findings: Findings }
/** Only the search index may still be made. */
export type CompleteSite = SiteAt<'complete'> & { told: ToldOfSite }
/** May be published. */
export type VerifiedSite = SiteAt<'verified'> & {
  told: ToldOfSite
  /** Stores what is known of its files for the next build. */
  storeFacts: () => void
}

/** What a desk should know of a site: of its newsroom, and what readers do not see yet, the soonest first. */
interface ToldOfSite extends JudgedNewsroom {
  heldBack: readonly HeldBack[]
}

/** What readers see now. */
export interface PublishedSite extends ToldOfSite {
  /** Settles when search knows of all of it, where it did not yet; it rejects where that has failed. */
  searched?: Promise<void> | undefined
  /** How many pages and endpoints were rendered; the others are those of the last build. */
  rendered: number
}

/** A share of a site's pages: they stay in the workspace, for a build that makes a site of all shares. */
export interface SealedShard {
  stage: 'shard'
  context: BuildContext
}

export function leaveShard({ context: { workspace, logger } }: SealedShard): void {
  logger
    .fork('warta-release')
    .info(`${workspace.strip()} pages of the site are in ${workspace.folder}, none is published`)
}

/**
 * Writes the files beside the pages.
 * @param options as Astro calls its last hook with
 * @throws Error when the sitemap lacks a page
 */
export async function completeSite(
  { findings, ...site }: SealedSite,
  options: HookParameters<'astro:build:done'>,
  sitemap: Sitemap,
): Promise<CompleteSite> {
  const { settings, site: outlet, workspace, logger } = site.context
  const { preview } = settings
  const { sitemapEntries: entries, heldBack, judged } = findings
  if (!heldBack || !judged)
    throw new Error('The content was not loaded: nothing is known of what is held back.')
  const outDir = fileURLToPath(options.dir)
  // Nothing of a preview is for search engines.
  if (!preview) {
    const pages = site.output.files.flatMap((file) => {
      const path = pagePathOf(file)
      return path === undefined ? [] : [outlet.url + encodeURI(path)]
    })
    const hook = { ...options, logger: logger.fork('warta-sitemap') }
    await sitemap.write(hook, workspace.folder, { entries, pages })
    if (outlet.webDesk) await addWebDesk(outDir, workspace.folder)
  }
  await writeGivenHeaders(outDir, writeHeaders(new URL(outlet.url).pathname))
  logger.fork('warta-desk').info(tellHeldBack(heldBack, { preview }))
  // A file that is packed beside another is copied too.
  if (!outlet.precompressed) site.release.fill([SEARCH_FOLDER])
  return { ...site, stage: 'complete', told: { ...judged, heldBack } }
}

/** @throws OutputError when readers would meet a fault in the site, or miss what they had */
export async function verifySite(site: CompleteSite): Promise<VerifiedSite> {
  const { settings, site: outlet, live, workspace, logger } = site.context
  await site.analyser.end()
  const folders = { folder: workspace.dist, caches: workspace.folder }
  const { files, pages, yetToCome, store } = await verify(folders, site.output, site.analyser, {
    site: outlet.url,
    given: settings.newsroom.publicFiles,
    programs: ['admin'],
    excluded: [SEARCH_FOLDER],
    maxLoss: outlet.publish.maxLoss,
    acceptLoss: settings.acceptLoss,
    preview: settings.preview,
    published: live,
  })
  const log = logger.fork('warta-verify')
  if (yetToCome !== '') log.warn(`links in texts that lead nowhere yet:\n${yetToCome}`)
  log.info(`${files} files are sound, ${pages} pages among them`)
  return { ...site, stage: 'verified', storeFacts: store }
}
