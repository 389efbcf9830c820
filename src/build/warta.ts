import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration, AstroIntegrationLogger } from 'astro'
import { showMistakes } from '#dev-server/show-mistakes.ts'
import type { Outlet } from '#desk/read-outlet.ts'
import { linksFor } from '#domain/links.ts'
import { type BundledRoutes, LoadedProgram } from './astro-internals/loaded-program.ts'
import { mayFollow, publishPagesFirst, publishSite } from './publish-site.ts'
import type { PageFacts } from './search/page-facts.ts'
import { programKeeper, type TimedSite } from './kept-program.ts'
import { languageRoutes } from './language-routes.ts'
import type { RenderingSession } from './rendering-session.ts'
import { completeSite, leaveShard, type SealedShard, type SealedSite, verifySite } from './sealed-site.ts'
import { type AstroFolders, type OpenSession, openSession } from './session.ts'
import type { BuildSettings } from './settings.ts'
import { Sitemap } from './sitemap.ts'
import { Stopwatch } from './stopwatch.ts'

/** Milliseconds that a publication waits for another build: whoever has asked for it hears of it then, and asks again. */
const PUBLISHER_PATIENCE = 30_000

/**
 * All that Warta adds to Astro, in the order in which Astro calls it. `__AUDIENCE__` tells the pages who reads them:
 * Astro's own `import.meta.env.DEV` will not do, as a variable DEV in the environment changes it, and drafts hang on it.
 */
export function warta(settings: BuildSettings, outlet: Outlet): AstroIntegration {
  const { site } = outlet
  const links = linksFor(site)
  const sitemap = new Sitemap({
    others: [links.absolute(links.newsSitemap())],
    hasAlternates: site.languages.length > 0,
  })
  const mistakes = showMistakes(settings.newsroom, site.locale)
  const keeper = programKeeper()
  const patience = keeper && PUBLISHER_PATIENCE
  let folders: AstroFolders
  let session: OpenSession
  let routes: BundledRoutes
  let program: LoadedProgram | undefined
  let rendering: RenderingSession | undefined
  let sealed: SealedShard | SealedSite
  let watch = new Stopwatch(0)
  let published: TimedSite
  /** What the search of the published site finds, as far as this process has published it. */
  let found: readonly PageFacts[] | undefined
  let isKept = false
  return {
    name: 'warta',
    hooks: {
      ...sitemap.hooks,
      ...mistakes.hooks,
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute, logger }) => {
        const audience = command === 'dev' ? 'desk' : settings.preview ? 'preview' : 'readers'
        updateConfig({ vite: { define: { __AUDIENCE__: JSON.stringify(audience) } } })
        for (const route of languageRoutes(site)) injectRoute(route)
        const folder = fileURLToPath(config.outDir).replace(/[\\/]$/, '')
        if (command === 'build' && settings.isOutDirGiven && folder !== settings.outDir)
          throw new Error(
            `OUT_DIR names ${settings.outDir}, and "outDir" in astro.config.mjs ${folder}. Take one of them out: nothing was published.`,
          )
        // A preview goes into a folder beside the one that is published.
        const outDir = audience === 'preview' ? `${folder}-preview` : folder
        updateConfig({ outDir: pathToFileURL(`${outDir}/`) })
        if (command !== 'build') return
        const [root, publicDir] = [config.root, config.publicDir].map((url) => fileURLToPath(url)) as [
          string,
          string,
        ]
        folders = { root, outDir, publicDir, assets: config.build.assets, base: config.base }
        session = await openSession(settings, outlet, folders, logger, { patience })
        updateConfig(session.config)
        watch.end('start')
      },
      'astro:build:setup': ({ pages, vite, logger }) => {
        routes = pages
        if (session.bundle().begin(vite, pages))
          logger
            .fork('warta-bundle')
            .info('pages are made by what was bundled before, as no code has changed')
      },
      'astro:build:start': async ({ setPrerenderer, logger }) => {
        watch.end('content')
        const started = await session.render(logger)
        rendering = started
        setPrerenderer((theirs) => {
          if (!isKept) session.bundle().end()
          if (keeper) program ??= new LoadedProgram(theirs, routes)
          return started.prerenderer(program?.prerenderer ?? theirs)
        })
      },
      'astro:build:generated': async () => {
        if (!isKept) await program?.loadAll()
        if (rendering) sealed = await rendering.seal()
        watch.end('render')
      },
      'astro:build:done': async (options) => {
        if (sealed.stage === 'shard') return leaveShard(sealed)
        const complete = await completeSite(sealed, options, sitemap)
        const verified = await verifySite(complete)
        watch.end('verify')
        const site = await (mayFollow(verified, found) ? publishPagesFirst(verified) : publishSite(verified))
        const findsAll = () => (found = verified.searched)
        if (site.searched) site.searched.then(findsAll, () => {})
        else findsAll()
        watch.end('publish')
        published = { ...site, steps: watch.steps }
        if (!keeper || isKept) return
        isKept = true
        session.close()
        keeper({ first: published, publish: () => publishAgain(options.logger) })
      },
    },
  }

  async function abandon(): Promise<void> {
    await rendering?.abandon()
  }

  async function publishAgain(logger: AstroIntegrationLogger): Promise<TimedSite> {
    rendering = undefined
    watch = new Stopwatch()
    session = await openSession(settings, outlet, folders, logger, {
      // Of the pages that lie in the workspace, whether they could be published or not.
      last: { ...session.left(), searched: 'searched' in sealed ? sealed.searched : [] },
      patience,
    })
    try {
      watch.end('start')
      await session.load()
      await program?.build()
      return published
    } catch (error) {
      await abandon()
      throw error
    } finally {
      const { close } = session
      // Other builds would be in the way of the search that follows.
      if (published.searched) published.searched.then(close, close)
      else close()
    }
  }
}
