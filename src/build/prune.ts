import { type Dirent, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { confirmFile, type FileRecord } from '#cache/content-digest.ts'
import type { FileIdentity } from '#cache/file-identity.ts'

/** How the files of a folder are to those that were recorded. */
export interface Confirmation {
  /** Whether all are there, with the bytes that they had. */
  isWhole: boolean
  /** Of those whose identity is another while their bytes are the same, the new one. */
  identities: Record<string, FileIdentity>
}

/**
 * Takes away of a folder what is not recorded, and looks whether the rest is as it was.
 * @param excluded folders in it that are left as they are
 * @param reread whether bytes are read though the identities are the same
 */
export function pruneExcept(
  folder: string,
  records: Readonly<Record<string, FileRecord>>,
  { excluded = [], reread = false }: { excluded?: readonly string[]; reread?: boolean } = {},
): Confirmation {
  let found = 0
  const identities: Confirmation['identities'] = {}
  const stays = (file: string, entry: Dirent): boolean => {
    if (excluded.includes(file)) return true
    if (entry.isDirectory()) return prune(`${file}/`)
    const record = Object.hasOwn(records, file) ? records[file] : undefined
    if (!record) {
      rmSync(join(folder, file))
      return false
    }
    const confirmed = confirmFile(join(folder, file), record, reread)
    if (confirmed) found++
    if (confirmed && confirmed.identity !== record.identity) identities[file] = confirmed.identity
    return true
  }
  const prune = (below: string): boolean => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true })
    const left = entries.filter((entry) => stays(below + entry.name, entry))
    if (left.length === 0) rmdirSync(join(folder, below))
    return left.length > 0
  }
  prune('')
  return { isWhole: found === Object.keys(records).length, identities }
}

/** Takes a file away, and the folders that are empty without it. */
export function removeFile(folder: string, file: string): void {
  rmSync(join(folder, file))
  for (let path = dirname(file); path !== '.' && removeEmpty(join(folder, path)); path = dirname(path));
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch {
    return false
  }
}
