import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { cachesIn, keepCaches, stampsOfCaches } from './kept-caches.ts'
import { isStamp, keepOnly, type Kept, readKept, removePage, type Stamp, stampOf, writeKept } from './kept.ts'

/** Where a site is built, and where its pages stay for the next build. */
export interface Workspace {
  /** Astro's caches. */
  folder: string
  /** The built site: there, too, Astro puts its copies of pages, so that there is one of each. */
  dist: string
  /** From here on the pages are not those of one build, until `seal`. */
  begin(): void
  /** Names of the scripts and styles, told before any page is made. */
  useAssets(names: string[]): void
  /** All pages are made. What the last build made and this one did not goes. */
  seal(): void
  /** Tells that files were given another time after the seal. */
  restamp(files: string[]): void
}

/** The part of Astro's record of its incremental builds that is of use here: the files that it may keep. */
interface Manifest {
  routes: Record<string, { paths: Record<string, { outputFile: string }> }>
}

const MANIFEST = 'incremental-build.json'
/** Left by a build that ended while it was changing what is kept. */
const UNDER_WAY = 'under-way'
const NO_FILE = '.no-file'

/** The folder for one output; all absolute. No name in it has a % in it, which Astro would read as a code. */
export function workspaceOf(output: string, root: string, workspaces: string): string {
  return join(workspaces, relative(root, output).replace(/[^\w.-]+/g, '_'))
}

/**
 * Opens the folder in which the last build has left its pages. All else that
 * it built is taken away, to be made anew. Where that build was cut off, was
 * made by another program or of another newsroom, or its pages were touched
 * since, nothing of it is trusted but caches that are as they were left.
 * @param folder absolute; made where it is not there
 * @param madeBy names program and newsroom
 * @param apart folders of the site that others make and keep true, the search index say
 */
export function openWorkspace(folder: string, madeBy: string, apart: readonly string[] = []): Workspace {
  const dist = join(folder, 'dist')
  mkdirSync(dist, { recursive: true })
  const underWay = join(folder, UNDER_WAY)
  const last = readKept(folder)
  keepCaches(folder, last.caches)
  const isWhole = !existsSync(underWay) && last.madeBy === madeBy && keepOnly(dist, last.pages, apart)
  const before: Kept = isWhole ? last : { ...last, assets: [], pages: {} }
  if (!isWhole) {
    empty(folder)
    // Should this build fail, the next one still knows the caches.
    writeKept(folder, { ...before, madeBy: '' })
  }
  const kept: Kept = { ...before, madeBy }

  return {
    folder,
    dist,
    begin: () => writeFileSync(underWay, ''),
    useAssets(names) {
      kept.assets = names.toSorted()
      // A page that Astro takes for unchanged would go on naming files that are gone.
      if (kept.assets.join() !== before.assets.join()) rmSync(join(folder, MANIFEST), { force: true })
    },
    seal() {
      kept.pages = takePages(folder, dist)
      kept.caches = stampsOfCaches(folder)
      for (const [file, stamp] of Object.entries(before.pages)) {
        // What has another stamp was written by something else in this build.
        if (!Object.hasOwn(kept.pages, file) && isStamp(stampOf(join(dist, file)), stamp))
          removePage(dist, file)
      }
      writeKept(folder, kept)
      rmSync(underWay, { force: true })
    },
    restamp(files) {
      for (const file of files) {
        const stamp = Object.hasOwn(kept.pages, file) && stampOf(join(dist, file))
        if (stamp) kept.pages[file] = stamp
      }
      // What came after the seal, the compressed copies say, is kept too.
      kept.caches = stampsOfCaches(folder)
      writeKept(folder, kept)
    },
  }
}

/**
 * The files that Astro will keep when nothing changes, with their stamps. It
 * is left without their names: it would delete each that its route makes no
 * more, even where another route, of a redirect say, has just put its own page.
 */
function takePages(folder: string, dist: string): Record<string, Stamp> {
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest
  const root = pathToFileURL(`${dist}/`)
  const pages: Record<string, Stamp> = {}
  for (const { paths } of Object.values(manifest.routes)) {
    for (const page of Object.values(paths)) {
      const path = fileURLToPath(new URL(page.outputFile, root))
      const stamp = stampOf(path)
      if (stamp) pages[path.slice(dist.length + 1).replaceAll('\\', '/')] = stamp
      page.outputFile = NO_FILE
    }
  }
  writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest))
  return pages
}

/** All but the caches. */
function empty(folder: string): void {
  const caches = cachesIn(folder)
  for (const name of readdirSync(folder)) {
    if (!caches.includes(name)) rmSync(join(folder, name), { recursive: true })
  }
  mkdirSync(join(folder, 'dist'))
}
