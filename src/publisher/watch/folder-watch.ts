import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { identityFrom } from '#cache/file-identity.ts'
import { statOf } from '#cache/stat-of.ts'
import type { Clock } from '#publisher/clock.ts'
import { isGitAtWork } from './git-at-work.ts'
import { Settling } from './settling.ts'
import { isWatchedFile, isWatchedFolder } from './watched-paths.ts'

interface FolderWatchOptions {
  /** Absolute. */
  root: string
  clock: Clock
  /** Milliseconds between two looks at all files, for changes that the system has told nobody of; 0 for none. */
  lookEvery: number
  /** Paths below the root, absolute, of which nothing is told. */
  except?: readonly string[]
  onChange: () => void
  /** Is told once that the system watches no more folders, or that a folder cannot be read. */
  onTrouble: (message: string) => void
}

/** Milliseconds between two looks for a folder that has gone. */
const RETURN_MS = 2000

/**
 * Tells when something changes in a newsroom's folder. It watches folders, not files: a server watches few thousand of anything,
 * and an archive has tens of thousands of files in a few hundred folders. Where the system tells nothing, on a network's
 * drive say, the looks at all files find it.
 */
export class FolderWatch {
  readonly #options: FolderWatchOptions
  readonly #settling: Settling
  readonly #watchers = new Map<string, FSWatcher>()
  #known: Map<string, string>
  #root: string | undefined
  #cancel: (() => void) | undefined
  #isTroubled = false

  constructor(options: FolderWatchOptions) {
    this.#options = options
    this.#settling = new Settling(options.clock, options.onChange, () =>
      isGitAtWork(options.root, Date.now()),
    )
    this.#known = new Map()
    this.#begin()
    this.#schedule()
  }

  /** Looks at all files now. */
  look(): void {
    if (folderAt(this.#options.root) !== this.#root) {
      const isBack = this.#begin()
      this.#settling.touch()
      if (!isBack) return
    }
    const found = this.#walk(this.#options.root)
    const isSame =
      found.size === this.#known.size &&
      found.entries().every(([path, identity]) => this.#known.get(path) === identity)
    this.#known = found
    if (!isSame) this.#settling.touch()
  }

  stop(): void {
    this.#cancel?.()
    this.#settling.stop()
    this.#unwatch(this.#options.root)
  }

  /** Watches the folder as it is now. @returns whether it is there */
  #begin(): boolean {
    this.#unwatch(this.#options.root)
    this.#root = folderAt(this.#options.root)
    if (this.#root === undefined) return false
    this.#known = this.#walk(this.#options.root)
    return true
  }

  #schedule(): void {
    const { clock, lookEvery } = this.#options
    const isGone = this.#root === undefined
    if (!isGone && lookEvery === 0) return
    this.#cancel?.()
    this.#cancel = clock.after(isGone ? RETURN_MS : lookEvery, () => {
      this.look()
      this.#schedule()
    })
  }

  /** Watches a folder and all below it, and gives the identities of their files by path. */
  #walk(folder: string, found = new Map<string, string>()): Map<string, string> {
    // Before it is read: what comes meanwhile is told.
    this.#watch(folder)
    for (const entry of this.#entries(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (isWatchedFolder(this.#inside(path))) this.#walk(path, found)
      } else if (this.#isWatched(path)) {
        const identity = identityAt(path)
        if (identity !== undefined) found.set(path, identity)
      }
    }
    return found
  }

  #entries(folder: string) {
    try {
      return readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      // What has gone meanwhile was told.
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'ENOENT' && code !== 'ENOTDIR')
        this.#trouble(`The folder ${folder} cannot be read (${code}).`)
      return []
    }
  }

  #watch(folder: string): void {
    if (this.#watchers.has(folder)) return
    try {
      const watcher = watch(folder, (_event, name) => this.#told(folder, name))
      watcher.on('error', () => this.#unwatch(folder))
      this.#watchers.set(folder, watcher)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'ENOTDIR') return
      this.#trouble(
        code === 'ENOSPC' || code === 'EMFILE'
          ? `The system watches no more folders than these (${code}): what changes in others is seen later. Raise fs.inotify.max_user_watches or max_user_instances, with sysctl.`
          : `The folder ${folder} cannot be watched (${code}): what changes there is seen later.`,
      )
    }
  }

  #told(folder: string, name: string | null): void {
    const path = name === null ? undefined : join(folder, name)
    if (folderAt(this.#options.root) !== this.#root) {
      this.look()
      this.#schedule()
      return
    }
    if (path === undefined) {
      this.#settling.touch()
      return
    }
    if (this.#isWatched(path)) this.#note(path, identityAt(path))
    if (!isWatchedFolder(this.#inside(path))) return
    if (folderAt(path) !== undefined) {
      // Files may have come before the folder was watched.
      for (const [file, identity] of this.#walk(path)) this.#note(file, identity)
    } else if (this.#watchers.has(path)) {
      for (const file of this.#known.keys()) if (file.startsWith(path + sep)) this.#note(file, undefined)
      this.#unwatch(path)
    }
  }

  /** @param identity undefined of a file that is gone */
  #note(path: string, identity: string | undefined): void {
    if (identity === undefined) this.#known.delete(path)
    else this.#known.set(path, identity)
    this.#settling.touch()
  }

  #unwatch(folder: string): void {
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue
      watcher.close()
      this.#watchers.delete(path)
    }
  }

  #isWatched(path: string): boolean {
    return isWatchedFile(this.#inside(path)) && !this.#options.except?.includes(path)
  }

  #inside(path: string): string {
    return relative(this.#options.root, path)
  }

  #trouble(message: string): void {
    if (this.#isTroubled) return
    this.#isTroubled = true
    this.#options.onTrouble(message)
  }
}

/** Tells a folder from another that comes in its place; undefined where there is none. A link is what it leads to. */
function folderAt(path: string): string | undefined {
  try {
    const found = statSync(path)
    return found.isDirectory() ? `${found.dev} ${found.ino}` : undefined
  } catch {
    return undefined
  }
}

/** Another for other bytes; undefined where nothing can be found out. */
function identityAt(path: string): string | undefined {
  try {
    const found = statOf(path)
    return found && identityFrom(found)
  } catch {
    return undefined
  }
}
