import { readdirSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroPrerenderer, HookParameters } from 'astro'
import { keepNotes } from './static-images.ts'

/** What Astro has bundled for each route. */
export type BundledRoutes = HookParameters<'astro:build:setup'>['pages']

/** What Astro renders pages with (astro/dist/core/build/app.js), as far as it is used here. */
interface BuildApp {
  getOptions(): BuildOptions
  routeCache: { clearAll(): void }
}

interface BuildOptions {
  settings: object
  logger: object
  /** Of the pages that were rendered. */
  pageNames: string[]
  allPages: Record<string, { route: Route }>
}

interface Route {
  /** Of the files that were written. */
  distURL?: URL[]
}

/** What no package may import of Astro, by the module that it stands in, from `astro/dist`. */
interface Internals {
  'core/build/generate.js': {
    generatePages(
      options: BuildOptions,
      internals: { pagesByKeys: BundledRoutes },
      program: URL,
    ): Promise<void>
  }
  'integrations/hooks.js': {
    runHookBuildStart(of: Pick<BuildOptions, 'settings' | 'logger'>): Promise<void>
    runHookBuildDone(
      of: Pick<BuildOptions, 'settings' | 'logger'> & { pages: string[]; routes: Route[] },
    ): Promise<void>
  }
  'prerender/utils.js': { getPrerenderOutputDirectory(settings: object): URL }
}

/**
 * The pages' program that a build has bundled. It goes on rendering when that build has ended: `build` does again what
 * Astro does after the bundling, and integrations hear of it by the hooks from `astro:build:start` on.
 */
export class LoadedProgram {
  /** Astro's own, of the first build; in later ones it is not set up again. */
  readonly prerenderer: AstroPrerenderer
  readonly #routes: BundledRoutes
  readonly #app: () => BuildApp
  #startNotes: (() => void) | undefined

  constructor(theirs: AstroPrerenderer, routes: BundledRoutes) {
    this.#routes = routes
    this.#app = () => (theirs as AstroPrerenderer & { app: BuildApp }).app
    this.prerenderer = {
      ...theirs,
      setup: async () => {
        if (this.#startNotes) return
        this.#startNotes = keepNotes()
        await theirs.setup?.()
      },
      async getStaticPaths() {
        const paths = await theirs.getStaticPaths()
        // Astro adds to them whatever it writes.
        for (const route of new Set(paths.map(({ route }) => route as Route))) delete route.distURL
        return paths
      },
    }
  }

  /** Loads what no page has asked for yet, as Astro is about to take the program's files away. */
  async loadAll(): Promise<void> {
    const { getPrerenderOutputDirectory } = await internal('prerender/utils.js')
    const folder = fileURLToPath(getPrerenderOutputDirectory(this.#app().getOptions().settings))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const file of files) if (/\.m?js$/.test(file)) await import(pathToFileURL(join(folder, file)).href)
  }

  /** Builds once more, of the content that pages find by now. */
  async build(): Promise<void> {
    const { generatePages } = await internal('core/build/generate.js')
    const { runHookBuildStart, runHookBuildDone } = await internal('integrations/hooks.js')
    const { getPrerenderOutputDirectory } = await internal('prerender/utils.js')
    const app = this.#app()
    const options = app.getOptions()
    const { settings, logger, pageNames } = options
    const routes = Object.values(options.allPages).map(({ route }) => route)
    app.routeCache.clearAll()
    this.#startNotes?.()
    pageNames.length = 0
    for (const route of routes) delete route.distURL
    await runHookBuildStart({ settings, logger })
    await generatePages(options, { pagesByKeys: this.#routes }, getPrerenderOutputDirectory(settings))
    await runHookBuildDone({ settings, logger, pages: pageNames, routes })
  }
}

function internal<Module extends keyof Internals>(module: Module): Promise<Internals[Module]> {
  const astro = dirname(findPackageJSON('astro', import.meta.url) ?? '')
  return import(pathToFileURL(join(astro, 'dist', module)).href)
}
