import type { LoaderContext } from 'astro/loaders'
import type { Collection } from './read-newsroom.ts'

/** Where entries go: Astro's store of a collection, or one like it. */
export type EntryStore = Pick<LoaderContext['store'], 'get' | 'set' | 'delete' | 'keys' | 'values'>

/** What stores hold, each collection in the order of the ids. */
export type StoredEntries = Readonly<Record<Collection, readonly StoredEntry[]>>
export type StoredEntry = ReturnType<EntryStore['values']>[number]

/** What Astro gives to a loader, as far as entries are made with it. */
export type FillContext = Pick<LoaderContext, 'generateDigest' | 'parseData' | 'config' | 'logger'> & {
  store: EntryStore
}
