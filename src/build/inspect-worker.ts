import { join } from 'node:path'
import { confirmCaches } from '#build/astro-internals/astro-caches.ts'
import { readManifest, recordsOf } from './manifest.ts'
import { type Confirmation, pruneExcept } from './prune.ts'
import { serveThread } from './thread.ts'

/** A workspace to be looked through. */
export interface Inspection {
  folder: string
  /** Folders of the site that are left as they are. */
  excluded: readonly string[]
  /** Whether every byte is read again, though no file seems to have changed. */
  reread: boolean
}

/** Takes away what the last build has not left so; how the pages are. */
serveThread(({ folder, excluded, reread }: Inspection): Confirmation => {
  const manifest = readManifest(folder)
  confirmCaches(folder, manifest.caches, reread)
  return pruneExcept(join(folder, 'dist'), recordsOf(manifest), { excluded, reread })
})
