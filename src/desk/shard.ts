import { hash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** One of several builds, on machines of their own, that each make a share of the pages: `2/4`. */
export interface Shard {
  /** From one. */
  number: number
  of: number
}

/**
 * Which shard a build is, by SHARD in the environment; undefined for one that makes the whole site.
 * @throws Error when SHARD is not `k/n` with 1 ≤ k ≤ n.
 */
export function shardAsked({ SHARD }: NodeJS.ProcessEnv = process.env): Shard | undefined {
  if (!SHARD) return undefined
  const [number, of] = /^[1-9]\d{0,3}\/[1-9]\d{0,3}$/.test(SHARD) ? SHARD.split('/').map(Number) : []
  if (number === undefined || of === undefined || number > of) {
    throw new Error(
      `SHARD is "${SHARD}", but must be the number of a shard and of how many: 1/4, say, or 4/4.`,
    )
  }
  return { number, of }
}

/** Whether a page is one of a shard's: the same one's whatever else there is, so that it finds it as it left it. */
export function isOfShard({ number, of }: Shard, page: string): boolean {
  return hash('sha256', page, 'buffer').readUInt32BE() % of === number - 1
}

/**
 * What shards have left for a build that makes one site of it: the absolute
 * paths of the folders in the one that PARTS names; none where it names none.
 * @throws Error when there is no such folder, or nothing in it, or the build is itself to be a shard.
 */
export function partsGiven({ PARTS, SHARD }: NodeJS.ProcessEnv = process.env): string[] {
  if (!PARTS) return []
  if (SHARD) throw new Error('SHARD makes a part and PARTS makes a site of parts: a build does one of them.')
  const parts = foldersIn(resolve(PARTS))
  if (parts.length === 0) {
    throw new Error(
      `PARTS is "${PARTS}", where no folders are. Name the folder in which there is one for each shard, with what it has left.`,
    )
  }
  return parts
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : [])).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
