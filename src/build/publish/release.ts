import { subscribe } from 'node:diagnostics_channel'
import { existsSync, renameSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Plugin } from 'vite'
import { welcomeBundle } from '#guests.ts'
import { KEPT_CHANNEL, type KeptQuestion } from '#kept-question.ts'
import { programFingerprint } from '#cache/program-fingerprint.ts'
import { EarlyFiles } from '#build/render/early-files.ts'
import { clearWayFor } from '#build/render/clear-way.ts'
import type { FillOrder, ReleaseFolders } from './fill-release.ts'
import type { ReleaseOrder } from './fill-worker.ts'
import type { MadeFiles } from '#build/made-files.ts'
import type { ReadyFiles } from '#build/render/page-list.ts'
import { changedSincePublished } from './published-record.ts'
import { takePublishedTimes } from './published-times.ts'
import { onlyStale } from '#build/render/stale-pages.ts'
import { beside, livePath, nextRelease, swap } from './swap.ts'
import { Thread } from '#build/thread.ts'
import { unbundledContent } from '#build/astro-internals/unbundled-content.ts'
import { openWorkspace, type Workspace, workspaceOf } from './workspace.ts'

export interface ReleaseOptions {
  /** Absolute paths that no output may replace or lie in. */
  sources: readonly string[]
  /** The newsroom's folder. */
  newsroom: string
  /** Where sites are built; each output has a folder of its own in it. */
  workspaces: string
  /** Is told what the site's routes have made. */
  made: MadeFiles
  /** Folders of the site that an integration before this one keeps true from build to build, and may still be at work on. */
  apart: readonly string[]
  /** Whether what is built is no site, but a share of its pages. */
  isShard: boolean
  /** Absolute paths of what shards have left, to make a site of. */
  parts: readonly string[]
  /** What of the output need not be made. */
  ready?: ReadyFiles
  /** Whether every byte is read again of what would be used again, and of what is published. */
  verifyAll?: boolean
}

/**
 * Builds in a workspace, where the pages stay for the next build, and puts a
 * copy of the result in the place of the output folder at the very end: a build that
 * fails leaves the last good site where it was, and one that finds the place
 * empty since the last was cut off puts that back first. A shard publishes
 * nothing: its pages stay in the workspace, for a build that is given them.
 * @returns three integrations: the first must come before all that look at the made pages; the second after all that
 * write beside them, as the copy is begun there; the third after all that may find a fault
 * @throws Error when the output folder is one of the sources, holds one, lies in one, or is a file.
 */
export function release({
  sources,
  newsroom,
  workspaces,
  made,
  apart,
  isShard,
  parts,
  ready,
  verifyAll = false,
}: ReleaseOptions): [workspace: AstroIntegration, copied: AstroIntegration, published: AstroIntegration] {
  let live = ''
  let base = ''
  let publicDir = ''
  let workspace: Workspace
  let opening: Promise<Workspace>
  let copy: Promise<Thread<ReleaseOrder, string[]>>
  let damaged: string[] = []
  const touched: string[] = []
  // Who waits is told when it fails; what nobody waits for is done in the end.
  const fill = async (order: FillOrder) => void touched.push(...(await (await copy).ask(order)))
  let copying: Promise<void> | undefined
  // Of a preview, say: nothing of it is to be used or to stay.
  const removeAnothers = async (folder: string) => {
    if (!workspace.releases.includes(identityOf(folder))) await rm(folder, { recursive: true, force: true })
  }
  const openCopy = async () => {
    const release = nextRelease(live)
    if (verifyAll) await rm(release, { recursive: true, force: true })
    else await removeAnothers(release)
    const workerData: ReleaseFolders = { built: workspace.dist, published: live, release, damaged }
    return new Thread<ReleaseOrder, string[]>(new URL('./fill-worker.ts', import.meta.url), { workerData })
  }
  const inWorkspace: AstroIntegration = {
    name: 'warta-workspace',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command !== 'build') return
        const root = fileURLToPath(config.root)
        base = config.base
        publicDir = fileURLToPath(config.publicDir)
        live = livePath(fileURLToPath(config.outDir).replace(/[\\/]$/, ''))
        mustBeReplaceable(live, [...sources, root], sources)
        if (!existsSync(live) && existsSync(beside(live, 'last'))) renameSync(beside(live, 'last'), live)
        made.published = live
        const folder = workspaceOf(live, root, workspaces)
        const fingerprint = programFingerprint(root, [newsroom, live])
        opening = openWorkspace(folder, { fingerprint, apart, parts, ready, reread: verifyAll })
        // Told when it is waited for, unless something else has failed before.
        opening.catch(() => {})
        // Pages that shards have left come with other files.
        if (parts.length > 0) await opening
        updateConfig({
          outDir: pathToFileURL(`${join(folder, 'dist')}/`),
          cacheDir: pathToFileURL(`${folder}/`),
          vite: {
            build: { emptyOutDir: false },
            plugins: [tellsAssets((names) => workspace.useAssets(names)), unbundledContent(folder)],
          },
        })
      },
      'astro:build:start': async ({ setPrerenderer, logger }) => {
        workspace = await opening
        welcomeBundle(workspace.folder)
        if (verifyAll) damaged = changedSincePublished(live, workspace.folder)
        for (const file of damaged)
          logger.warn(`${file} is not what was published: it was changed or damaged since, and is replaced`)
        workspace.begin()
        const { dist, record } = workspace
        // Vite copies these before any page is asked for.
        clearWayFor(publicDir, dist)
        const settle = (files: readonly string[]) => takePublishedTimes(dist, live, files)
        const early = new EarlyFiles({
          ...{ dist, made, settle },
          allFiles: () => record.files(),
          anew: () => record.made(),
        })
        subscribe(KEPT_CHANNEL, (question) => {
          const asked = question as KeptQuestion
          asked.kept = record.keptOf(asked.keys)
        })
        setPrerenderer((theirs) => onlyStale(theirs, { record, early, base }))
        if (isShard) return
        copy = openCopy()
        // What stays of the last build is copied while the keys of pages are made; all is looked at in the end.
        fill({ ahead: true }).catch(() => {})
      },
      'astro:build:generated': () => {
        made.files = workspace.seal(live)
        made.anew = workspace.record.made()
        made.identityOf = workspace.identityOf
      },
    },
  }
  const copied: AstroIntegration = {
    name: 'warta-copy',
    hooks: {
      'astro:build:done': () => {
        copying = fill({ apart })
        // Told to whoever waits for it, unless something else has failed before.
        copying.catch(() => {})
      },
    },
  }
  const published: AstroIntegration = {
    name: 'warta-release',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        if (isShard) {
          logger.info(`${workspace.strip()} pages of the site are in ${workspace.folder}, none is published`)
          return
        }
        await copying
        await Promise.all(made.apart)
        for (const name of apart) {
          if (existsSync(join(workspace.dist, name))) await fill({ within: name })
          else await rm(join(nextRelease(live), name), { recursive: true, force: true })
        }
        await (await copy).ask({ recordIn: workspace.folder })
        await (await copy).end()
        workspace.released(touched, [nextRelease(live), live].map(identityOf))
        await swap(live)
        await removeAnothers(nextRelease(live))
        logger.info(`the site is in ${live}`)
      },
    },
  }
  return [inWorkspace, copied, published]
}

/** Tells a folder from another, at the same place, at any time. */
function identityOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat ? `${stat.ino} ${stat.birthtimeMs}` : ''
}

/** Tells the names of the scripts and styles that browsers get. */
function tellsAssets(tell: (names: string[]) => void): Plugin {
  return {
    name: 'warta-assets',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: { order: 'post', handler: (_, bundle) => tell(Object.keys(bundle)) },
  }
}

function mustBeReplaceable(live: string, held: readonly string[], around: readonly string[]): void {
  const within = (inner: string, outer: string) =>
    `${inner}${sep}`.startsWith(`${outer.replace(/[\\/]$/, '')}${sep}`)
  const other = held.find((path) => within(path, live)) ?? around.find((path) => within(live, path))
  if (other)
    throw new Error(
      `The output folder ${live} would replace what lies in ${other}. Name another one in OUT_DIR.`,
    )
  if (existsSync(live) && !statSync(live).isDirectory()) {
    throw new Error(`The output folder ${live} is a file. Name a folder in OUT_DIR.`)
  }
}
