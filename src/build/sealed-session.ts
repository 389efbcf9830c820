import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HookParameters } from 'astro'
import { tellHeldBack } from '#desk/held-back.ts'
import { writeHeaders } from '#syndication/response-headers.ts'
import type { Analyser } from './analyse/analyser.ts'
import { type BuildContext, type Findings, SEARCH_FOLDER } from './build-context.ts'
import type { BuildOutput } from './build-output.ts'
import { writeGivenFiles } from './given-files.ts'
import { precompress } from './publish/precompressed.ts'
import type { Release } from './publish/release.ts'
import { pagePathOf } from './search/page-facts.ts'
import type { SearchSummary } from './search/site-indexes.ts'
import { summaryOf } from './search/site-search.ts'
import type { Sitemap } from './sitemap.ts'
import { verify } from './verify/verify.ts'
import { addWebDesk } from './web-desk-script.ts'

/** What goes on beside the last steps of a build. */
interface Running {
  analyser: Analyser
  searching: Promise<SearchSummary>
  release: Release
}

/** A build that makes a share of the pages: they stay in the workspace, for a build that makes a site of all shares. */
export class SealedShard {
  readonly #context: BuildContext

  constructor(context: BuildContext) {
    this.#context = context
  }

  leave(): void {
    const { workspace, logger } = this.#context
    logger
      .fork('warta-release')
      .info(`${workspace.strip()} pages of the site are in ${workspace.folder}, none is published`)
  }
}

/** A build whose pages and endpoints are all there. */
export class SealedSite {
  readonly #context: BuildContext
  readonly #findings: Findings
  readonly #output: BuildOutput
  readonly #running: Running

  constructor(context: BuildContext, findings: Findings, output: BuildOutput, running: Running) {
    this.#context = context
    this.#findings = findings
    this.#output = output
    this.#running = running
  }

  /**
   * Writes what stands beside the pages.
   * @param options as Astro calls its last hook with
   * @throws Error when the sitemap lacks a page
   */
  async complete(options: HookParameters<'astro:build:done'>, sitemap: Sitemap): Promise<CompleteSite> {
    const { settings, site, root, workspace, logger } = this.#context
    const { preview } = settings
    const { sitemapEntries: entries, heldBack } = this.#findings
    if (!heldBack) throw new Error('The content was not loaded: nothing is known of what is held back.')
    const outDir = fileURLToPath(options.dir)
    // Nothing of a preview is for search engines.
    if (!preview) {
      const front = site.url.replace(/\/?$/, '/')
      const pages = this.#output.files.flatMap((file) => {
        const path = pagePathOf(file)
        return path === undefined ? [] : [front + encodeURI(path)]
      })
      const hook = { ...options, logger: logger.fork('warta-sitemap') }
      await sitemap.write(hook, workspace.folder, { entries, pages })
      if (site.webDesk) await addWebDesk(outDir, root, workspace.folder)
    }
    await writeGivenFiles(outDir, {
      starter: resolve('public'),
      headers: writeHeaders(new URL(site.url).pathname.replace(/\/?$/, '/')),
    })
    logger.fork('warta-desk').info(tellHeldBack(heldBack, { preview }))
    // A file that is packed beside another is copied too.
    if (!site.precompressed) this.#running.release.fill([SEARCH_FOLDER])
    return new CompleteSite(this.#context, this.#output, this.#running)
  }
}

/** A build of which only the search index may still be made. */
export class CompleteSite {
  readonly #context: BuildContext
  readonly #output: BuildOutput
  readonly #running: Running

  constructor(context: BuildContext, output: BuildOutput, running: Running) {
    this.#context = context
    this.#output = output
    this.#running = running
  }

  /** @throws OutputError when readers would meet a fault in the site, or miss what they had */
  async verify(): Promise<VerifiedSite> {
    const { settings, site, live, workspace, logger } = this.#context
    const { analyser } = this.#running
    await analyser.end()
    const folders = { folder: workspace.dist, caches: workspace.folder }
    const { files, pages, yetToCome } = await verify(folders, this.#output, analyser, {
      site: site.url,
      given: [settings.newsroom.publicFiles, resolve('public')],
      programs: ['admin'],
      excluded: [SEARCH_FOLDER],
      maxLoss: site.publish.maxLoss,
      acceptLoss: settings.acceptLoss,
      preview: settings.preview,
      published: live,
    })
    const log = logger.fork('warta-verify')
    if (yetToCome !== '') log.warn(`links in texts that lead nowhere yet:\n${yetToCome}`)
    log.info(`${files} files are sound, ${pages} pages among them`)
    return new VerifiedSite(this.#context, this.#running)
  }
}

/** A build that may be published. */
export class VerifiedSite {
  readonly #context: BuildContext
  readonly #running: Running

  constructor(context: BuildContext, running: Running) {
    this.#context = context
    this.#running = running
  }

  /** Puts the site in the place of the published one. */
  async publish(): Promise<void> {
    const { site, live, workspace, logger } = this.#context
    const { searching, release } = this.#running
    logger.fork('warta-search-index').info(summaryOf(await searching))
    if (site.precompressed) {
      const count = await precompress(workspace.dist, workspace.folder)
      logger.fork('warta-precompressed').info(`compressed what is new: ${count} files`)
      release.fill([SEARCH_FOLDER])
    }
    await release.publish([SEARCH_FOLDER], workspace.folder, workspace.released)
    logger.fork('warta-release').info(`the site is in ${live}`)
  }
}
