import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ReleaseCopy } from '#build/publish/fill-release.ts'
import { nextRelease, swap } from '#build/publish/swap.ts'

export interface Swapping {
  /** Ends it, and tells how many publications there were. */
  stop: () => Promise<number>
}

/**
 * Publishes a site anew as often as it can, as a build does at its end: two
 * editions, told apart by the file `edition.txt`, in turns.
 * @param site a folder that may be changed
 */
export async function keepSwapping(site: string, live: string): Promise<Swapping> {
  let count = 0
  let isOver = false
  const publish = async () => {
    await writeFile(join(site, 'edition.txt'), editionText(count % 2))
    new ReleaseCopy({ built: site, published: live, release: nextRelease(live) }).fill()
    await swap(live)
    count++
  }
  await rm(join(live, '..'), { recursive: true, force: true })
  await mkdir(join(live, '..'), { recursive: true })
  await publish()
  const work = (async () => {
    while (!isOver) await publish()
  })()
  return {
    stop: async () => {
      isOver = true
      await work
      return count
    },
  }
}

/** Of an edition: long enough to be sent in many pieces. */
export function editionText(edition: number): string {
  return `${edition}\n`.repeat(200_000)
}
