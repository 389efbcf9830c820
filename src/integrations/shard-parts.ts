import { copyFileSync, existsSync, mkdirSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isStamp, type Kept, readKept, stampOf, stampsOf, UNDER_WAY } from './kept.ts'

/** What a shard has left: a workspace with its share of the pages. */
interface Part {
  folder: string
  kept: Kept
}

/** What Astro knows of articles, the same in every part. */
const STORE = 'data-store.json'

/**
 * Reads what shards have left, and judges it.
 * @param folders absolute
 * @param madeBy names the program and the newsroom of this build
 * @throws Error for a part of another program or newsroom, or one that is not as its shard left it
 */
export function readParts(folders: readonly string[], madeBy: string): Part[] {
  const parts = folders.map((folder) => readPart(folder, madeBy))
  // Pages name scripts and styles by their hashes.
  const assets = parts[0]?.kept.assets.join()
  for (const { folder, kept } of parts) {
    if (kept.assets.join() !== assets) throw otherwiseMade(folder)
  }
  return parts
}

function readPart(folder: string, madeBy: string): Part {
  const kept = readKept(folder)
  if (kept.madeBy === '' || existsSync(join(folder, UNDER_WAY))) {
    throw new Error(
      `${folder} is no part of a site, or of a build that was cut off. Put there what a build with SHARD has left.`,
    )
  }
  if (kept.madeBy !== madeBy) throw otherwiseMade(folder)
  const changed = Object.entries(stampsOf(kept)).find(
    ([file, stamp]) => !isStamp(stampOf(join(folder, 'dist', file)), stamp),
  )
  if (changed) {
    throw new Error(
      `${join(folder, 'dist', changed[0])} is not as its shard left it. Carry parts about by tar, which keeps the times of files.`,
    )
  }
  return { folder, kept }
}

function otherwiseMade(folder: string): Error {
  return new Error(
    `${folder} was made by another version of the program, of another newsroom or on another path. Make all parts from one commit, in a checkout on the same path and with the same NEWSROOM and OUT_DIR as here.`,
  )
}

/**
 * Puts the parts' pages and pictures into a workspace, in the place of its own.
 * @param own what the workspace has kept: of that its caches stay
 * @returns what it has then
 */
export function takeParts(workspace: string, own: Kept, parts: readonly Part[]): Kept {
  const taken: Kept = { ...own, assets: parts[0]?.kept.assets ?? [], pages: {}, pictures: {} }
  for (const { folder, kept } of parts) {
    for (const [file, [, second]] of Object.entries(stampsOf(kept))) {
      put(join(folder, 'dist', file), join(workspace, 'dist', file))
      // As whole seconds: milliseconds are rounded, and that may be into the next one.
      utimesSync(join(workspace, 'dist', file), second, second)
    }
    Object.assign(taken.pages, kept.pages)
    Object.assign(taken.pictures, kept.pictures)
    if (!existsSync(join(workspace, STORE)) && existsSync(join(folder, STORE)))
      put(join(folder, STORE), join(workspace, STORE))
  }
  return taken
}

function put(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}
