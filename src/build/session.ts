import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AstroIntegrationLogger, HookParameters } from 'astro'
import { cacheFolder } from '#cache/caches.ts'
import { programFingerprint } from '#cache/program-fingerprint.ts'
import { cachesOf } from '#desk/caches.ts'
import type { Outlet } from '#desk/read-outlet.ts'
import { fontDigests } from '#styles/fonts.ts'
import { welcomeBundle } from '#guests.ts'
import { PROGRAM_ROOT } from '#program-root.ts'
import { assetNames } from './asset-names.ts'
import { unbundledContent } from './astro-internals/data-layer-content.ts'
import { openBridge } from './bridge.ts'
import { type Findings, SEARCH_FOLDER } from './build-context.ts'
import { oneBuildAtATime } from './publish/lock/one-build.ts'
import { changedSincePublished } from './publish/published-record.ts'
import { publishedPlace } from './publish/release.ts'
import { openWorkspace, type Workspace, workspaceOf } from './workspace.ts'
import { clearWayFor } from './render/clear-way.ts'
import { RenderingSession } from './rendering-session.ts'
import type { BuildSettings } from './settings.ts'

type AstroUpdate = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0]

/** What is taken from Astro's config: absolute paths, and that of the front page from the host's root. */
interface AstroFolders {
  root: string
  /** Where the site is published. */
  outDir: string
  publicDir: string
  base: string
}

/** A build before its content is read. Each step of a session returns the next one: none can be taken before. */
export interface OpenSession {
  /** What Astro's config has to be, so that the build takes place in the workspace. */
  config: AstroUpdate
  /** The content is read: pages can be rendered. */
  render(logger: AstroIntegrationLogger): Promise<RenderingSession>
}

/**
 * Opens a build: waits for its turn, and opens the workspace, where the pages of the last build are. A
 * build that fails leaves the published site as it was.
 * @throws Error when the output folder would replace what is no output, or for parts that cannot be used
 */
export async function openSession(
  settings: BuildSettings,
  { site, theme }: Outlet,
  { root, outDir, publicDir, base }: AstroFolders,
  logger: AstroIntegrationLogger,
): Promise<OpenSession> {
  await oneBuildAtATime(root, outDir, (message) => logger.fork('warta-one-build').info(message))
  const { newsroom, parts, verifyAll, workspaces } = settings
  const live = publishedPlace(outDir, sourcesOf(settings), root)
  const folder = workspaceOf(live, root, workspaces)
  const cards = cacheFolder('cards', cachesOf(newsroom.root))
  let workspace: Workspace | undefined
  const opening = openWorkspace(folder, {
    fingerprint: programFingerprint(newsroom.root, [
      newsroom.root,
      live,
      ...fontDigests(theme, newsroom.root),
    ]),
    excluded: [SEARCH_FOLDER],
    parts,
    prebuilt: (file) => cards.get(/^cards\/(.+)\.png$/.exec(file)?.[1] ?? '')?.path,
    reread: verifyAll,
  })
  // Whoever waits for it gets its error, unless something else has failed before.
  opening.catch(() => {})
  // Pages that shards have left come with other files.
  if (parts.length > 0) await opening

  const findings: Partial<Findings> = {}
  openBridge({
    heldBack: (heldBack) => Object.assign(findings, { heldBack }),
    judged: (judged) => Object.assign(findings, { judged }),
    changedArticles: (changedArticles) => Object.assign(findings, { changedArticles }),
    sitemapEntries: (sitemapEntries) => Object.assign(findings, { sitemapEntries }),
    freshOf: (keys) => workspace?.pages.freshOf(keys) ?? new Set(),
  })
  return {
    config: {
      outDir: pathToFileURL(`${join(folder, 'dist')}/`),
      cacheDir: pathToFileURL(`${folder}/`),
      vite: {
        build: { emptyOutDir: false },
        plugins: [assetNames((names) => workspace?.useAssets(names)), unbundledContent(folder)],
      },
    },
    async render(logger) {
      workspace = await opening
      welcomeBundle(folder)
      const damaged = verifyAll ? changedSincePublished(live, folder) : []
      for (const file of damaged) {
        logger
          .fork('warta-workspace')
          .warn(`${file} is not what was published: it was changed or damaged since, and is replaced`)
      }
      workspace.begin()
      // Vite copies these before any page is asked for.
      clearWayFor(publicDir, workspace.dist)
      return new RenderingSession(
        { settings, site, root, base, live, workspace, logger },
        () => ({
          heldBack: undefined,
          judged: undefined,
          changedArticles: [],
          sitemapEntries: {},
          ...findings,
        }),
        damaged,
      )
    },
  }
}

/** Of the program, and of the folder in which it is started. */
const SOURCES = ['src', 'public', 'node_modules', '.git']

/** What no output may replace, hold or lie in. */
function sourcesOf({ newsroom }: BuildSettings): string[] {
  const { root: _root, readership: _readership, ...parts } = newsroom
  return [...Object.values(parts), ...SOURCES.flatMap((path) => [resolve(path), join(PROGRAM_ROOT, path)])]
}
