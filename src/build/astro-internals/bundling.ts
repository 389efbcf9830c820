import { readdirSync } from 'node:fs'
import type { HookParameters } from 'astro'
import type { ViteBuilder } from 'vite'
import type { BundledRoutes } from './loaded-program.ts'

type ViteConfig = HookParameters<'astro:build:setup'>['vite']

/** What Astro knows of a bundling that stands in none of its files. */
export interface Bundling {
  /** The module by which pages are rendered, in the folder of the program. */
  entry: string
  /** What the pages of a route link, by Astro's name of the route: in a form of Astro's own. */
  styles: Record<string, unknown[]>
}

/** Of what Astro knows of a route's pages, what it reads when it renders them (astro/dist/core/build/environment.js). */
interface PageData {
  styles: unknown[]
}

/** The environment of Vite in which Astro bundles the program. */
const PROGRAM = 'prerender'
const ENTRY = /^prerender-entry\..*\.mjs$/
/** The plugin by which pages can note pictures once it has heard of the beginning of a bundling. */
const PICTURES = 'astro:assets'

/**
 * Has Astro do without bundling. It is given a builder that says what that of another build has said, so that all else
 * that Astro does before and after it stays as it is.
 * @param vite Astro's config of Vite, which is changed
 * @param routes Astro's, which are given their styles
 * @param restore puts what was bundled where Vite would write it
 */
export function doWithoutBundling(
  vite: ViteConfig,
  routes: BundledRoutes,
  { entry, styles }: Bundling,
  restore: () => void,
): void {
  const { builder } = vite
  const buildApp = builder?.buildApp
  if (!buildApp)
    throw new Error('Astro bundles in another way than src/build/astro-internals/bundling.ts knows.')
  const chunk = { type: 'chunk', fileName: entry, code: '', moduleIds: [] }
  builder.buildApp = async (theirs) => {
    restore()
    const build = async (environment: ViteBuilder['environments'][string]) => {
      // Vite bundles by itself where it takes nothing for bundled.
      environment.isBuilt = true
      if (environment.name === PROGRAM) notePicturesAgain(environment)
      return { output: environment.name === PROGRAM ? [chunk] : [] } as unknown as Awaited<
        ReturnType<ViteBuilder['build']>
      >
    }
    await buildApp({ ...theirs, build })
    for (const [route, page] of routes) (page as unknown as PageData).styles = styles[route] ?? []
  }
}

/** Where Vite writes the program: absolute. */
export function programFolder({ environments }: ViteConfig): string {
  const folder = environments?.[PROGRAM]?.build?.outDir
  if (!folder)
    throw new Error('Astro bundles in another way than src/build/astro-internals/bundling.ts knows.')
  return folder
}

/** What is to be known of a bundling, when Vite has written its files. @param program the folder of the program */
export function bundlingOf(routes: BundledRoutes, program: string): Bundling | undefined {
  const entry = readdirSync(program).find((file) => ENTRY.test(file))
  if (!entry) return undefined
  const styles = [...routes].map(([route, page]) => [route, (page as unknown as PageData).styles] as const)
  return { entry, styles: Object.fromEntries(styles) }
}

function notePicturesAgain({ plugins }: ViteBuilder['environments'][string]): void {
  for (const { name, buildStart } of plugins) {
    if (name === PICTURES && typeof buildStart === 'function') (buildStart as () => void)()
  }
}
