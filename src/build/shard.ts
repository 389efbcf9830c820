import { hash } from 'node:crypto'

/** One of several builds, on machines of their own, that each render a share of the pages: `2/4`. */
export interface Shard {
  /** From one. */
  number: number
  of: number
}

/** Whether a page is one of a shard's: the same shard's whatever else there is, so that the shard finds it as it left it. */
export function isOfShard({ number, of }: Shard, page: string): boolean {
  return hash('sha256', page, 'buffer').readUInt32BE() % of === number - 1
}
