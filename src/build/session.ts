import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AstroIntegrationLogger, HookParameters } from 'astro'
import { cacheFolder } from '#cache/caches.ts'
import { contentDigest, recordFile } from '#cache/content-digest.ts'
import { programFingerprint } from '#cache/program-fingerprint.ts'
import { cachesOf } from '#desk/caches.ts'
import type { StoredEntries } from '#desk/stored-entries.ts'
import { entriesIn, type FilledContexts, LoadedContent } from '#desk/loaded-content.ts'
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
import { openWorkspace } from './open-workspace.ts'
import { ProgramState } from './program-state.ts'
import { ReusableBundle } from './reusable-bundle.ts'
import { type Workspace, workspaceOf } from './workspace.ts'
import { clearWayFor } from './render/clear-way.ts'
import type { PrebuiltFiles } from './render/page-list.ts'
import type { PageFacts } from './search/page-facts.ts'
import { RenderingSession } from './rendering-session.ts'
import type { BuildSettings } from './settings.ts'

type AstroUpdate = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0]

/** What is taken from Astro's config: absolute paths, and that of the front page from the host's root. */
export interface AstroFolders {
  root: string
  /** Where the site is published. */
  outDir: string
  publicDir: string
  /** Where in the output scripts, styles and fonts are: a path. */
  assets: string
  base: string
}

/** A build before its content is read. Each step of a session returns the next one: none can be taken before. */
export interface OpenSession {
  /** What Astro's config has to be, so that the build takes place in the workspace. */
  config: AstroUpdate
  /** Brings the content of the last build of this process up to date; in a build of its own Astro has it loaded. */
  load(): Promise<void>
  /** The content is read: pages can be rendered. */
  render(logger: AstroIntegrationLogger): Promise<RenderingSession>
  /** What is bundled to render them, of a build of its own. */
  bundle(): ReusableBundle
  /** What this build leaves in memory, when its pages are there. */
  left(): Omit<LeftInMemory, 'searched'>
  /** Lets others build. Without it, that is when the process ends. */
  close(): void
}

/** What a build leaves in memory for the next one of the same process, whose program is the same. */
export interface LeftInMemory {
  workspace: Workspace
  content: LoadedContent
  /** Those of the pages in the workspace that search reads. */
  searched: readonly PageFacts[]
}

/**
 * Opens a build: waits for its turn, and opens the workspace, where the pages of the last build are. A
 * build that fails leaves the published site as it was.
 * @param last what the last build of this process has left, where there was one
 * @param patience milliseconds to wait for another build; a build waits as long as the largest takes
 * @throws Error when the output folder would replace what is no output, or for parts that cannot be used
 * @throws WorkspaceChanged when what the last one has left is no longer what lies in the workspace
 */
export async function openSession(
  settings: BuildSettings,
  outlet: Outlet,
  folders: AstroFolders,
  logger: AstroIntegrationLogger,
  { last, patience }: { last?: LeftInMemory; patience?: number | undefined } = {},
): Promise<OpenSession> {
  const { root, outDir } = folders
  const onWait = (message: string) => logger.fork('warta-one-build').info(message)
  const letOthers = await oneBuildAtATime(root, outDir, onWait, patience)
  try {
    return await openLocked(settings, outlet, folders, letOthers, last)
  } catch (error) {
    letOthers()
    throw error
  }
}

async function openLocked(
  settings: BuildSettings,
  outlet: Outlet,
  { root, outDir, publicDir, assets, base }: AstroFolders,
  letOthers: () => void,
  last: LeftInMemory | undefined,
): Promise<OpenSession> {
  const { newsroom, parts, verifyAll, workspaces } = settings
  const { site, theme } = outlet
  const live = publishedPlace(outDir, sourcesOf(settings), root)
  const folder = workspaceOf(live, root, workspaces)
  const prebuilt = prebuiltCards(newsroom.root)
  let workspace = last?.workspace.again(prebuilt)
  const opening = workspace
    ? Promise.resolve(workspace)
    : openWorkspace(folder, {
        fingerprint: programFingerprint(newsroom.root, [
          newsroom.root,
          live,
          ...fontDigests(theme, newsroom.root),
          ...bundledVariables(root),
        ]),
        excluded: [SEARCH_FOLDER],
        parts,
        prebuilt,
        reread: verifyAll,
      })
  // Whoever waits for it gets its error, unless something else has failed before.
  opening.catch(() => {})
  // Pages that shards have left come with other files.
  if (parts.length > 0) await opening

  const findings: Partial<Findings> = {}
  const filled: Partial<FilledContexts> = {}
  let stored: StoredEntries | undefined
  let bundle: ReusableBundle | undefined
  const closeBridge = openBridge({
    heldBack: (heldBack) => Object.assign(findings, { heldBack }),
    judged: (judged) => Object.assign(findings, { judged }),
    changedArticles: (changedArticles) => Object.assign(findings, { changedArticles }),
    sitemapEntries: (sitemapEntries) => Object.assign(findings, { sitemapEntries }),
    freshOf: (keys) => workspace?.pages.freshOf(keys) ?? new Set(),
    filled: (collection, context) => Object.assign(filled, { [collection]: context }),
    stored: () => (stored ??= last?.content.entries() ?? entriesIn(filled as FilledContexts)),
  })
  return {
    config: {
      outDir: pathToFileURL(`${join(folder, 'dist')}/`),
      cacheDir: pathToFileURL(`${folder}/`),
      vite: {
        build: { emptyOutDir: false },
        plugins: [assetNames((names) => bundle?.useAssets(names)), unbundledContent(folder)],
      },
    },
    async load() {
      await last?.content.load()
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
      // Vite copies these before any page is asked for; of a program that is loaded, it has.
      if (!last) clearWayFor(publicDir, workspace.dist)
      return new RenderingSession(
        { settings, site, root, base, live, workspace, searchedBefore: last?.searched, logger },
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
    bundle() {
      if (!workspace) throw new Error('The program is bundled after the content is read.')
      if (bundle) return bundle
      const { fingerprint } = workspace
      const state = new ProgramState(newsroom)
      bundle = new ReusableBundle({
        workspace,
        publicDir,
        assetsFolder: assets,
        key: () => contentDigest(JSON.stringify([fingerprint, settings.preview, state.digest()])),
        reread: verifyAll,
      })
      return bundle
    },
    left() {
      if (!workspace) throw new Error('Nothing is left of a build whose pages were not rendered.')
      const content = last?.content ?? new LoadedContent(filled as FilledContexts, newsroom, outlet)
      return { workspace, content }
    },
    close() {
      closeBridge()
      letOthers()
    },
  }
}

/** The cards by which pages are shared. A workspace holds this, and outlives the session: nothing else may be in it. */
function prebuiltCards(newsroom: string): PrebuiltFiles {
  const cards = cacheFolder('cards', cachesOf(newsroom))
  return (file) => cards.get(/^cards\/(.+)\.png$/.exec(file)?.[1] ?? '')?.path
}

/** Those of Vite's own, which code can ask for by `import.meta.env`, and those that outlets name for that. */
const BUNDLED_VARIABLE = /^(?:PUBLIC_.*|DEV|PROD|SSR|MODE|NODE_ENV)$/

/** What the environment puts into what is bundled. @param root in which files of variables lie */
function bundledVariables(root: string): string[] {
  const variables = Object.entries(process.env).filter(([name]) => BUNDLED_VARIABLE.test(name))
  const files = readdirSync(root).filter((name) => name.startsWith('.env'))
  return [
    ...variables.map(([name, value]) => `${name}=${value}`).sort(),
    ...files.map((name) => `${name} ${recordFile(join(root, name))?.digest}`),
  ]
}

/** Of the program, and of the folder in which it is started. */
const SOURCES = ['src', 'public', 'node_modules', '.git']

/** What no output may replace, hold or lie in. */
function sourcesOf({ newsroom }: BuildSettings): string[] {
  const { root: _root, readership: _readership, ...parts } = newsroom
  return [...Object.values(parts), ...SOURCES.flatMap((path) => [resolve(path), join(PROGRAM_ROOT, path)])]
}
