import { cacheValue } from '#cache/caches.ts'
import type { CacheValue } from '#cache/cache-value.ts'
import { confirmFile, type FileRecord } from '#cache/content-digest.ts'
import type { FileIdentity } from '#cache/file-identity.ts'
import { type Facts, inLists, LISTS, type NumberedFacts } from './facts.ts'
import type { AnalysedFile } from './files-reader.ts'
import { Texts } from './texts.ts'

/** Of no file. */
const UNRECORDED: FileRecord = { identity: '', digest: '' }
const KINDS = ['part', 'page', 'article'] as const satisfies Facts['kind'][]

/** The facts of all files in a few lists: some ten thousand would take long to read and to write. */
interface Stored {
  texts: string[]
  files: string[]
  /** Of each file. */
  records: FileRecord[]
  /** Places in KINDS. */
  kinds: Uint8Array
  /** Of each file and each of LISTS, where it ends in `numbers`. */
  ends: Uint32Array
  /** Places in the texts. */
  numbers: Uint32Array
}

/** What is known of a file, and by which it can be told that it still is. */
export type KnownFile = Omit<AnalysedFile, 'file'>

/**
 * The facts of the last output that passed, by file. They are a file's while its bytes are the same.
 * A store that is of another site is an empty one.
 */
export class KnownFacts {
  /** Those of the stored facts, to which others may be added. */
  readonly texts: Texts
  readonly #stored: Stored
  readonly #places: ReadonlyMap<string, number>
  readonly #now = new Map<string, AnalysedFile>()

  /**
   * @param caches the folder of one output's caches
   * @param site that all addresses were read for
   */
  constructor(caches: string, site: string) {
    this.#stored = cacheFor(caches, site).read() ?? storeFor(0, 0)
    this.texts = new Texts(this.#stored.texts)
    this.#places = new Map(this.#stored.files.map((file, place) => [file, place]))
  }

  /** Takes in what was read since, with numbers for the same texts. */
  add(found: readonly AnalysedFile[]): void {
    for (const file of found) this.#now.set(file.file, file)
  }

  /**
   * @param path where the file lies: it is read where its identity is another than it was
   * @param identity of the file
   */
  get(file: string, path: string, identity: FileIdentity): KnownFile | undefined {
    const now = this.#now.get(file)
    if (now?.record.identity === identity) return now
    const place = this.#places.get(file)
    const stored = place === undefined ? undefined : this.#stored.records[place]
    if (place === undefined || !stored) return undefined
    const record = stored.identity === identity ? stored : confirmFile(path, stored)
    if (!record) return undefined
    const { ends, numbers } = this.#stored
    const first = place * LISTS.length
    const facts = {
      kind: this.#kindOf(place),
      ...inLists((_, i) => numbers.subarray(ends[first + i - 1] ?? 0, ends[first + i])),
    }
    return { record, facts }
  }

  /** Files of these kinds in the last output. */
  filesOf(wanted: readonly Facts['kind'][]): string[] {
    return this.#stored.files.filter((_, place) => wanted.includes(this.#kindOf(place)))
  }

  #kindOf(place: number): Facts['kind'] {
    return KINDS[this.#stored.kinds[place] ?? 0] ?? 'part'
  }
}

/** What is known of an output: facts by file, with numbers for the texts, and by which it can be told whether they are still true. */
interface FactsToStore {
  facts: ReadonlyMap<string, NumberedFacts>
  records: ReadonlyMap<string, FileRecord>
  texts: Texts
}

/** Stores the facts of an output for the next build; where that cannot be written, all is read again then. */
export function storeFacts(
  caches: string,
  site: string,
  { facts: factsOf, records, texts }: FactsToStore,
): void {
  const all = [...factsOf.values()]
  const length = all.reduce((sum, facts) => LISTS.reduce((sum, list) => sum + facts[list].length, sum), 0)
  const stored = storeFor(factsOf.size, length)
  const places = new Int32Array(texts.size).fill(-1)
  let end = 0
  for (const [name, facts] of factsOf) {
    const place = stored.files.push(name) - 1
    stored.records.push(records.get(name) ?? UNRECORDED)
    stored.kinds[place] = KINDS.indexOf(facts.kind)
    for (const [i, list] of LISTS.entries()) {
      for (const number of facts[list]) {
        // Texts that no file has any more are left out.
        if (places[number] === -1) places[number] = stored.texts.push(texts.at(number)) - 1
        stored.numbers[end++] = places[number] as number
      }
      stored.ends[place * LISTS.length + i] = end
    }
  }
  cacheFor(caches, site).write(stored)
}

function cacheFor(caches: string, site: string): CacheValue<Stored> {
  return cacheValue('facts', caches, [site])
}

function storeFor(files: number, numbers: number): Stored {
  return {
    ...{ texts: [], files: [], records: [] },
    kinds: new Uint8Array(files),
    ends: new Uint32Array(LISTS.length * files),
    numbers: new Uint32Array(numbers),
  }
}
