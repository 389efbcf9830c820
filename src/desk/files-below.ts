import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What lies in a folder and in those within it, but for these folders themselves,
 * in the order of the paths; nothing where there is no such folder. Links are not
 * followed. No more than one folder's names, and those of the folders around it,
 * are held at a time.
 * @param isPassedOver tells by its name what is left out, a folder with all that is in it
 */
export async function* filesBelow(
  folder: string,
  isPassedOver: (name: string) => boolean = () => false,
): AsyncGenerator<Dirent> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  // A folder's files come where its name with a slash would.
  const named = entries.map((entry) => ({ entry, name: entry.isDirectory() ? `${entry.name}/` : entry.name }))
  for (const { entry } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isPassedOver(entry.name)) continue
    if (entry.isDirectory()) yield* filesBelow(join(folder, entry.name), isPassedOver)
    else yield entry
  }
}
