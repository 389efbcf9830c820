import { join } from 'node:path'
import { keepCaches } from './kept-caches.ts'
import { keepOnly, readKept, stampsOf } from './kept.ts'
import { serveThread } from './thread.ts'

/** A workspace to be looked through. */
export interface Inspection {
  folder: string
  /** Folders of the site that are left as they are. */
  apart: readonly string[]
}

/** Takes away what is not as the last build has left it; whether the pages are. */
serveThread(({ folder, apart }: Inspection): boolean => {
  const kept = readKept(folder)
  keepCaches(folder, kept.caches)
  return keepOnly(join(folder, 'dist'), stampsOf(kept), apart)
})
