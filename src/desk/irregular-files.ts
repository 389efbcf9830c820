import type { Dirent, Stats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { filesBelow } from './files-below.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { isPassedOver } from './passed-over.ts'
import type { Problem } from './problem.ts'

/** Why an entry is refused that is neither a file nor a folder; undefined for one that is. */
export function irregularity(entry: Dirent | Stats): string | undefined {
  if (entry.isSymbolicLink()) return 'Links to other files are not followed. Put the file itself here.'
  if (entry.isFile() || entry.isDirectory()) return undefined
  return 'This is a pipe, a socket or a device, not a file. Take it away.'
}

/**
 * What is wrong with the way from the newsroom's folder to one of its places:
 * each step must be a folder of its own, and the last of the kind that is meant.
 * Nothing for what is not there.
 */
export async function faultOnTheWay(
  root: string,
  place: string,
  kind: 'file' | 'folder' = 'folder',
): Promise<Problem | undefined> {
  const steps = relative(root, place).split(sep)
  let path = root
  for (const [i, step] of steps.entries()) {
    path = join(path, step)
    const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (!found) return undefined
    const expected = i === steps.length - 1 ? kind : 'folder'
    const isExpected = expected === 'file' ? found.isFile() : found.isDirectory()
    const message = irregularity(found) ?? (isExpected ? undefined : MUST_BE[expected])
    if (message) return problem(root, path, message)
  }
  return undefined
}

const MUST_BE = {
  file: 'This must be a file, not a folder. Rename it, or take it away.',
  folder: 'This must be a folder, not a file. Rename it, or take it away.',
}

/**
 * Links, pipes, sockets and devices among what a build reads or publishes: a
 * link could publish any file that the builder can read. What lies within the
 * folder of a collection is judged where that is read.
 */
export async function irregularFiles(folder: NewsroomFolder): Promise<Problem[]> {
  const { root, articles, publicFiles, content, readership, tags, breaking, siteConfig, theme, overrides } =
    folder
  const collections = [articles, folder.authors, folder.categories, folder.series, folder.pages, folder.live]
  const faults = await Promise.all([
    ...[...collections, publicFiles, overrides].map((place) => faultOnTheWay(root, place)),
    ...[readership, tags, breaking, siteConfig, theme].map((file) => faultOnTheWay(root, file, 'file')),
  ])
  const problems = new Map(faults.flatMap((fault) => (fault ? [[fault.file, fault]] : [])))
  for (const place of [content, publicFiles, overrides]) {
    if (await faultOnTheWay(root, place)) continue
    // Of public/ all is published, whatever its name.
    for await (const entry of filesBelow(place, place === publicFiles ? undefined : isPassedOver)) {
      const path = join(entry.parentPath, entry.name)
      const message = irregularity(entry)
      if (message && !collections.some((collection) => path.startsWith(collection + sep))) {
        const found = problem(root, path, message)
        problems.set(found.file, found)
      }
    }
  }
  return [...problems.values()]
}

function problem(root: string, path: string, message: string): Problem {
  return { file: pathFrom(root, path), line: 1, column: 1, message }
}
