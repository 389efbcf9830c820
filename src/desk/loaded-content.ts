import { readChecked } from './checked-newsroom.ts'
import { fillStore } from './fill-store.ts'
import type { EntryStore, FillContext, StoredEntries, StoredEntry } from './stored-entries.ts'
import type { NewsroomFolder } from './folder.ts'
import { COLLECTIONS, type Collection } from './read-newsroom.ts'
import type { Outlet } from './read-outlet.ts'
import { SourceCache } from './source-cache.ts'

/** What Astro's loaders were given for each collection, when they had filled its store. */
export type FilledContexts = Record<Collection, FillContext>

/** The content of a newsroom as Astro's loaders have stored it once, to be brought up to date without Astro. */
export class LoadedContent {
  readonly #contexts: FilledContexts
  readonly #folder: NewsroomFolder
  readonly #outlet: Outlet
  /** A process that loads this content anew reads again what has changed since the build that has left it. */
  readonly #sourceCache: SourceCache

  constructor(filled: FilledContexts, folder: NewsroomFolder, outlet: Outlet) {
    this.#contexts = mapCollections((name) => ({ ...filled[name], store: storeOf(filled[name].store) }))
    this.#folder = folder
    this.#outlet = outlet
    this.#sourceCache = new SourceCache(folder.root, outlet.site, false)
  }

  /**
   * Reads the newsroom at the build's moment, and stores what has changed.
   * @throws NewsroomError when it cannot be published
   */
  async load(): Promise<void> {
    const checked = await readChecked(this.#folder, this.#outlet, this.#sourceCache)
    const options = { site: this.#outlet.site, preview: false, editing: false }
    for (const name of COLLECTIONS) await fillStore(name, checked, options, this.#contexts[name])
  }

  entries(): StoredEntries {
    return entriesIn(this.#contexts)
  }
}

/** All that is stored, in one order whatever came first. */
export function entriesIn(contexts: FilledContexts): StoredEntries {
  return mapCollections((name) =>
    contexts[name].store.values().toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  )
}

function mapCollections<Value>(make: (name: Collection) => Value): Record<Collection, Value> {
  return Object.fromEntries(COLLECTIONS.map((name) => [name, make(name)])) as Record<Collection, Value>
}

/** A store that holds the entries of another, and writes nothing. */
function storeOf(filled: EntryStore): EntryStore {
  const entries = new Map<string, StoredEntry>(filled.values().map((entry) => [entry.id, entry]))
  return {
    get: ((id: string) => entries.get(id)) as EntryStore['get'],
    set(entry) {
      entries.set(entry.id, entry as StoredEntry)
      return true
    },
    delete: (id) => void entries.delete(id),
    keys: () => [...entries.keys()],
    values: () => [...entries.values()],
  }
}
