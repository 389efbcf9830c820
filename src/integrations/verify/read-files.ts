import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Facts } from './facts.ts'
import { ownAddresses } from './own-address.ts'
import { factsOf } from './read-file.ts'

/** Files of an output to be read. */
export interface Order {
  folder: string
  /** By their paths in it. */
  files: readonly string[]
  /** The site's address, with a slash at its end. */
  site: string
}

/** With fewer for each a second thread costs more than it saves. */
const LEAST_FILES = 500
const MOST_THREADS = 4

/** Reads files side by side, on as many threads as there are cores; facts in the order of the files. */
export async function readFiles({ folder, files, site }: Order): Promise<[string, Facts][]> {
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.floor(files.length / LEAST_FILES))
  if (threads < 2) return factsIn({ folder, files, site })
  const shares = Array.from({ length: threads }, (_, i) => files.filter((_, at) => at % threads === i))
  const read = await Promise.all(shares.map((files) => inThread({ folder, files, site })))
  return files.map((_, at) => read[at % threads]?.[Math.floor(at / threads)] as [string, Facts])
}

export function factsIn({ folder, files, site }: Order): [string, Facts][] {
  const own = ownAddresses(site)
  const base = new URL(site).pathname
  // Without promises: for so many small files they take longer than the reading.
  return files.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return [file, factsOf(file, text, base + addressOf(file), own)]
  })
}

async function inThread(order: Order): Promise<[string, Facts][]> {
  const worker = new Worker(new URL('./facts-worker.ts', import.meta.url), { workerData: order })
  const [facts] = await once(worker, 'message')
  return facts
}

function addressOf(file: string): string {
  return encodeURI(file).replace(/(^|\/)index\.html$/, '$1')
}
