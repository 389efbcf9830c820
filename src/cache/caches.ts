import { join } from 'node:path'
import { CacheFolder } from './cache-folder.ts'
import { CacheValue } from './cache-value.ts'
import { contentDigest } from './content-digest.ts'
import { moduleFingerprint } from './program-fingerprint.ts'

/** One thing that a run leaves for the next. */
interface Cache {
  /** Of its file or folder. */
  name: string
  /** The modules of the program that make it: with another code of theirs, or of what they name, it is empty. */
  modules: readonly string[]
}

/**
 * What is kept from run to run, but for the pages themselves and what Astro keeps
 * beside them, which the manifest of an output records. All of it may be
 * deleted at any time: the next run takes longer, and nothing else.
 */
const CACHES = {
  // Of a newsroom.
  // Outlets name these two files in their workflows.
  sources: { name: 'readings', modules: ['src/desk/source-cache.ts', 'src/desk/check.ts'] },
  pictures: { name: 'pictures', modules: ['src/desk/judge-picture.ts'] },
  related: { name: 'related', modules: ['src/newsroom/cached-related.ts'] },
  fonts: { name: 'fonts', modules: ['src/styles/font-subsets.ts'] },
  cards: { name: 'cards', modules: ['src/cards/draw.ts'] },
  // Of a publisher.
  publisher: { name: 'status', modules: ['src/publisher/status.ts'] },
  // Of an output.
  manifest: { name: 'manifest', modules: ['src/build/manifest.ts'] },
  bundle: { name: 'bundle', modules: ['src/build/bundle-cache.ts'] },
  indexes: { name: 'indexes', modules: ['src/build/search/index-records.ts'] },
  compressed: { name: 'compressed', modules: ['src/build/publish/compressed-texts.ts'] },
  facts: { name: 'facts', modules: ['src/build/analyse/known-facts.ts'] },
  published: { name: 'published', modules: ['src/build/publish/published-record.ts'] },
} as const satisfies Record<string, Cache>

type ValueName = Exclude<keyof typeof CACHES, FolderName>
type FolderName = 'cards' | 'compressed' | 'fonts'

/**
 * @param folder in which its file lies
 * @param inputs what else decides what the value is: the outlet's settings, say
 */
export function cacheValue<Value>(
  cache: ValueName,
  folder: string,
  inputs: readonly unknown[] = [],
): CacheValue<Value> {
  const { name, modules } = CACHES[cache]
  const fingerprint = contentDigest(JSON.stringify([moduleFingerprint(modules), ...inputs]))
  return new CacheValue(join(folder, name), fingerprint)
}

/** @param folder in which its folder lies */
export function cacheFolder(cache: FolderName, folder: string): CacheFolder {
  const { name, modules } = CACHES[cache]
  return new CacheFolder(join(folder, name), moduleFingerprint(modules).slice(0, 8))
}
