import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { HookParameters } from 'astro'
import { bundlingOf, doWithoutBundling, programFolder } from './astro-internals/bundling.ts'
import type { BundledRoutes } from './astro-internals/loaded-program.ts'
import { type BundleFolders, restoreBundle, storeBundle, storedBundle } from './bundle-cache.ts'
import { filesIn } from './files-in.ts'
import type { Workspace } from './workspace.ts'

interface BundleOptions {
  workspace: Workspace
  /** What Vite copies into the site as it is: an absolute folder, which need not be there. */
  publicDir: string
  /** In which folder of the site Astro puts scripts, styles and fonts. */
  assetsFolder: string
  /** A digest, by now, of all that decides what is bundled. */
  key: () => string
  /** Whether every byte that is used again is read again. */
  reread: boolean
}

/** What Vite bundles for a build, with which the next build of the same program does without bundling. */
export class ReusableBundle {
  readonly #options: BundleOptions
  /** A bundling that is under way. */
  #begun: { key: string; routes: BundledRoutes; folders: BundleFolders } | undefined
  #assets: string[] = []

  constructor(options: BundleOptions) {
    this.#options = options
  }

  /**
   * Vite is about to bundle.
   * @param vite Astro's config of it, which is changed where it needs to do nothing
   * @returns whether that is so
   */
  begin(vite: HookParameters<'astro:build:setup'>['vite'], routes: BundledRoutes): boolean {
    const { workspace, key, reread, publicDir } = this.#options
    const folders = { program: programFolder(vite), site: workspace.dist }
    const begun = { key: key(), routes, folders }
    const stored = storedBundle(workspace.folder, begun.key, reread)
    if (!stored) {
      // A build that was cut off leaves it.
      rmSync(folders.program, { recursive: true, force: true })
      this.#begun = begun
      return false
    }
    doWithoutBundling(vite, routes, stored, () => {
      restoreBundle(workspace.folder, stored, folders)
      if (existsSync(publicDir)) cpSync(publicDir, folders.site, { recursive: true, dereference: true })
      workspace.useAssets(stored.assets)
    })
    return true
  }

  /** Vite has bundled. @param assets the names of scripts and styles, by paths in the site */
  useAssets(assets: string[]): void {
    this.#assets = assets
    this.#options.workspace.useAssets(assets)
  }

  /** All is bundled, and no page is rendered: later Astro takes files away. */
  end(): void {
    if (!this.#begun) return
    const { key, routes, folders } = this.#begun
    const { workspace } = this.#options
    const bundling = bundlingOf(routes, folders.program)
    // Nobody knows what was read of files that have changed meanwhile.
    if (!bundling || this.#options.key() !== key) return
    storeBundle(workspace.folder, key, { ...bundling, assets: this.#assets }, folders, this.#siteFiles())
  }

  #siteFiles(): string[] {
    const { workspace, publicDir, assetsFolder } = this.#options
    return filesIn(join(workspace.dist, assetsFolder))
      .map((file) => `${assetsFolder}/${file}`)
      .filter((file) => !workspace.isLeft(file) && !existsSync(join(publicDir, file)))
  }
}
