import { copyFileSync, type Dirent, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesIn } from '#build/files-in.ts'
import { statOf } from '#cache/stat-of.ts'
import { linkFile } from './link-file.ts'
import { compare, isSame, takeTime } from './published-times.ts'

/** The folders that a release is filled from and into; all absolute. */
export interface ReleaseFolders {
  built: string
  /** The site that was published last. */
  published: string
  /** Of it all may be overwritten. */
  release: string
  /** Published files that are not what they were when they were published, by their paths in the site. */
  damaged?: readonly string[]
}

export interface FillOrder {
  /** A folder of the site that alone is filled: all of it where it is not given. */
  within?: string
  /** Folders that are left as they are. */
  excluded?: readonly string[]
  /** Whether the site is still being built: what the release has and the site lacks may yet come, and is not removed. */
  ahead?: boolean
}

/**
 * Makes a folder a copy of a built site. What it holds already, of the release
 * before the last one, stays where it is the same; and a file that is published as it is
 * becomes a link to that: it costs nothing and keeps its time, by which
 * web servers tell browsers that they have it. So does one that has a second
 * name already, a scaled picture say: nothing writes into it. Times are compared to the
 * millisecond, and bytes of published files where the times are not the same.
 *
 * It may be filled more than once, while nobody else writes into it: a built
 * file that has its size and time from the last time is not compared again.
 */
export class ReleaseCopy {
  readonly #folders: ReleaseFolders
  readonly #damaged: ReadonlySet<string>
  /** What is in the release's folders that were filled. */
  readonly #entries = new Map<string, ReadonlyMap<string, Dirent>>()
  /** Size and time of the built files that are in the release. */
  readonly #filled = new Map<string, [size: number, milliseconds: number]>()
  readonly #touched: string[] = []

  constructor(folders: ReleaseFolders) {
    this.#folders = folders
    this.#damaged = new Set(folders.damaged)
  }

  /**
   * @returns the built files whose identity this has changed since the last call, by their paths in the site: they were
   * given the time of the same published bytes, or another name
   */
  fill({ within = '', excluded = [], ahead = false }: FillOrder = {}): string[] {
    const { built, release } = this.#folders
    const fillFolder = (below: string, there: Dirent | undefined): void => {
      const before = this.#entries.get(below) ?? openFolder(`${release}/${below}`.slice(0, -1), there)
      const entries = new Map(
        readdirSync(`${built}/${below}`, { withFileTypes: true }).map((entry) => [entry.name, entry]),
      )
      for (const [name, entry] of entries) {
        const path = below + name
        if (excluded.includes(path)) continue
        if (entry.isDirectory()) fillFolder(`${path}/`, before.get(name))
        else this.#fillFile(path, before.get(name))
      }
      for (const [name, entry] of before) {
        if (entries.has(name)) continue
        if (ahead || excluded.includes(below + name)) entries.set(name, entry)
        else rmSync(join(release, below, name), { recursive: true })
      }
      this.#entries.set(below, entries)
    }
    fillFolder(within === '' ? '' : `${within}/`, undefined)
    return this.#touched.splice(0)
  }

  /** Makes a folder of the release what it is in the published site, whatever is built in its place. */
  keepPublished(within: string): void {
    const { published, release } = this.#folders
    const [from, to] = [join(published, within), join(release, within)]
    const files = filesIn(from)
    const kept = new Set(files)
    for (const file of filesIn(to)) if (!kept.has(file)) rmSync(join(to, file))
    for (const file of files) {
      const [source, target] = [join(from, file), join(to, file)]
      const there = statOf(target)
      if (there?.ino === lstatSync(source).ino) continue
      if (there) rmSync(target, { recursive: true })
      mkdirSync(dirname(target), { recursive: true })
      if (!linkFile(source, target)) copy(source, target)
    }
  }

  #fillFile(path: string, there: Dirent | undefined): void {
    const { built, published, release } = this.#folders
    // By hand: to join some hundred thousand paths takes as long as to look at the files.
    const source = `${built}/${path}`
    const now = lstatSync(source)
    const filled = this.#filled.get(path)
    if (filled?.[0] === now.size && filled[1] === now.mtimeMs) return
    const target = `${release}/${path}`
    if (!there?.isFile() || !isSame(now, lstatSync(target))) {
      if (there) rmSync(target, { recursive: true })
      const live = `${published}/${path}`
      const found = this.#damaged.has(path) ? 'another' : compare(source, now, live)
      if (found === 'same bytes') {
        takeTime(live, source)
        this.#touched.push(path)
      }
      const shared = found !== 'another' ? live : now.nlink > 1 ? source : undefined
      if (shared === undefined || !linkFile(shared, target)) copy(source, target)
      else if (now.nlink > 1) this.#touched.push(path)
    }
    this.#filled.set(path, [now.size, now.mtimeMs])
  }
}

/** Sees that there is a folder; returns what is in it. */
function openFolder(path: string, there: Dirent | undefined): Map<string, Dirent> {
  if (there && !there.isDirectory()) rmSync(path)
  mkdirSync(path, { recursive: true })
  return new Map(readdirSync(path, { withFileTypes: true }).map((entry) => [entry.name, entry]))
}

function copy(source: string, target: string): void {
  copyFileSync(source, target)
  takeTime(source, target)
}
