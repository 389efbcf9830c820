import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'
import { showMistakes } from '#dev-server/show-mistakes.ts'
import type { Outlet } from '#desk/read-outlet.ts'
import { linksFor } from '#domain/links.ts'
import { reportBuild, StepTimes } from './build-report.ts'
import type { RenderingSession } from './rendering-session.ts'
import {
  completeSite,
  leaveShard,
  publishSite,
  type SealedShard,
  type SealedSite,
  verifySite,
} from './sealed-site.ts'
import { type OpenSession, openSession } from './session.ts'
import type { BuildSettings } from './settings.ts'
import { Sitemap } from './sitemap.ts'

/**
 * All that Warta adds to Astro, in the order in which Astro calls it. `__AUDIENCE__` tells the pages who reads them:
 * Astro's own `import.meta.env.DEV` will not do, as a variable DEV in the environment changes it, and drafts hang on it.
 */
export function warta(settings: BuildSettings, outlet: Outlet): AstroIntegration {
  const { site } = outlet
  const links = linksFor(site)
  const sitemap = new Sitemap({ others: [links.absolute(links.newsSitemap())] })
  const mistakes = showMistakes(settings.newsroom, site.locale)
  const times = new StepTimes()
  let session: OpenSession
  let rendering: RenderingSession
  let sealed: SealedShard | SealedSite
  return {
    name: 'warta',
    hooks: {
      ...sitemap.hooks,
      ...mistakes.hooks,
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        const audience = command === 'dev' ? 'desk' : settings.preview ? 'preview' : 'readers'
        updateConfig({ vite: { define: { __AUDIENCE__: JSON.stringify(audience) } } })
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
        const folders = { root, outDir, publicDir, base: config.base }
        session = await openSession(settings, outlet, folders, logger)
        updateConfig(session.config)
        times.end('start')
      },
      'astro:build:start': async ({ setPrerenderer, logger }) => {
        times.end('content')
        rendering = await session.render(logger)
        setPrerenderer((theirs) => rendering.prerenderer(theirs))
      },
      'astro:build:generated': async () => {
        sealed = await rendering.seal()
        times.end('render')
      },
      'astro:build:done': async (options) => {
        if (sealed.stage === 'shard') return leaveShard(sealed)
        const { findings, context } = sealed
        const verified = await verifySite(await completeSite(sealed, options, sitemap))
        times.end('verify')
        await publishSite(verified)
        times.end('publish')
        const { heldBack = [], judged } = findings
        if (!judged) return
        reportBuild({
          ...judged,
          heldBack,
          rendered: context.workspace.pages.rendered().length,
          steps: times.steps,
        })
      },
    },
  }
}
