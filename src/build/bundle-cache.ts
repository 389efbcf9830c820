import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheValue } from '#cache/caches.ts'
import { confirmFile, type FileRecord, recordFile } from '#cache/content-digest.ts'
import type { Bundling } from './astro-internals/bundling.ts'
import { filesIn } from './files-in.ts'

/** Where Vite writes: the folder of the program that renders pages, and the site. */
export interface BundleFolders {
  program: string
  site: string
}

/** A bundling that lies in a workspace. */
export interface StoredBundle extends Bundling {
  /** The names of scripts and styles, by paths in the site. */
  assets: string[]
  /** The files of it, by their paths in FOLDER: each below the name of the folder that it belongs to. */
  files: Record<string, FileRecord>
}

const FOLDER = 'bundled'

/**
 * What was bundled last in a workspace, with its files; undefined where that was of another program, or a file is not
 * what was stored.
 * @param key of all that decides what is bundled
 * @param reread whether files that seem unchanged are read too
 */
export function storedBundle(workspace: string, key: string, reread = false): StoredBundle | undefined {
  const stored = recordIn(workspace, key).read()
  const isWhole =
    stored &&
    Object.entries(stored.files).every(([file, record]) =>
      confirmFile(join(workspace, FOLDER, file), record, reread),
    )
  return isWhole ? stored : undefined
}

/** Puts its files where Vite would write them. */
export function restoreBundle(workspace: string, { files }: StoredBundle, folders: BundleFolders): void {
  rmSync(folders.program, { recursive: true, force: true })
  for (const file of Object.keys(files)) {
    const [folder, ...path] = file.split('/') as [keyof BundleFolders, ...string[]]
    copy(join(workspace, FOLDER, file), join(folders[folder], ...path))
  }
}

/**
 * Stores what was bundled, for builds of the same program. Where it cannot be stored, the next one bundles again.
 * @param siteFiles what of the site belongs to it, by paths in it
 */
export function storeBundle(
  workspace: string,
  key: string,
  bundling: Bundling & Pick<StoredBundle, 'assets'>,
  folders: BundleFolders,
  siteFiles: readonly string[],
): void {
  const target = join(workspace, FOLDER)
  const names = [
    ...filesIn(folders.program).map((file) => ['program', file] as const),
    ...siteFiles.map((file) => ['site', file] as const),
  ]
  try {
    rmSync(target, { recursive: true, force: true })
    const files: StoredBundle['files'] = {}
    for (const [folder, file] of names) {
      const name = `${folder}/${file}`
      copy(join(folders[folder], file), join(target, name))
      files[name] = recordFile(join(target, name)) as FileRecord
    }
    recordIn(workspace, key).write({ ...bundling, files })
  } catch {}
}

function recordIn(workspace: string, key: string) {
  return cacheValue<StoredBundle>('bundle', workspace, [key])
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}
