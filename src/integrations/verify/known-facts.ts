import { isStamp, type Stamp } from '#integrations/kept.ts'
import { keepValue, readValue } from '#keep-file.ts'
import { type Facts, inLists, LISTS, type NumberedFacts } from './facts.ts'
import type { Output } from './output.ts'
import type { FoundFile } from './read-files.ts'
import { Texts } from './texts.ts'

/** Counts the ways in which files have been read, and facts kept: those of an older one are not used. */
const READING = 4

const KINDS = ['part', 'page', 'article'] as const satisfies Facts['kind'][]

/** The facts of all files in a few lists: some ten thousand would take long to read and to write. */
interface Stored {
  made: string
  texts: string[]
  files: string[]
  /** Of each file, two. */
  stamps: Float64Array
  /** Places in KINDS. */
  kinds: Uint8Array
  /** Of each file and each of LISTS, where it ends in `numbers`. */
  ends: Uint32Array
  /** Places in the texts. */
  numbers: Uint32Array
}

/**
 * The facts of the last output that passed, by file. Facts are taken for a
 * file's while its size and time are what they were. A store that is missing,
 * damaged or of another site is an empty one.
 */
export class KnownFacts {
  /** Those of the stored facts, to which others may be added. */
  readonly texts: Texts
  readonly #stored: Stored
  readonly #places: ReadonlyMap<string, number>
  readonly #now = new Map<string, FoundFile>()

  private constructor(stored: Stored) {
    this.texts = new Texts(stored.texts)
    this.#stored = stored
    this.#places = new Map(stored.files.map((file, place) => [file, place]))
  }

  /** @param site that all addresses were read for */
  static async of(file: string, site: string): Promise<KnownFacts> {
    const stored = (await readValue(file)) as Stored | undefined
    return new KnownFacts(stored?.made === madeFor(site) ? stored : storeFor(site, 0, 0))
  }

  /** Takes in what was read since, with numbers for the same texts. */
  add(found: readonly FoundFile[]): void {
    for (const file of found) this.#now.set(file.file, file)
  }

  get(file: string, stamp: Stamp): NumberedFacts | undefined {
    const now = this.#now.get(file)
    if (now && isStamp(now.stamp, stamp)) return now.facts
    const place = this.#places.get(file)
    if (place === undefined) return undefined
    const { stamps, ends, numbers } = this.#stored
    const [size = 0, second = 0] = stamps.subarray(2 * place)
    if (!isStamp([size, second], stamp)) return undefined
    const first = place * LISTS.length
    return {
      kind: this.#kindOf(place),
      ...inLists((_, i) => numbers.subarray(ends[first + i - 1] ?? 0, ends[first + i])),
    }
  }

  /** Files of these kinds in the last output. */
  filesOf(wanted: readonly Facts['kind'][]): string[] {
    return this.#stored.files.filter((_, place) => wanted.includes(this.#kindOf(place)))
  }

  #kindOf(place: number): Facts['kind'] {
    return KINDS[this.#stored.kinds[place] ?? 0] ?? 'part'
  }
}

/** Keeps the facts of an output for the next build; where that cannot be written, all is read again then. */
export async function keepFacts(
  file: string,
  site: string,
  { files: stamps, facts, texts }: Pick<Output, 'files' | 'facts' | 'texts'>,
): Promise<void> {
  const all = [...facts.values()]
  const length = all.reduce((sum, found) => LISTS.reduce((sum, list) => sum + found[list].length, sum), 0)
  const stored = storeFor(site, facts.size, length)
  const places = new Int32Array(texts.size).fill(-1)
  let end = 0
  for (const [name, found] of facts) {
    const place = stored.files.push(name) - 1
    stored.stamps.set(stamps.get(name) ?? [0, 0], 2 * place)
    stored.kinds[place] = KINDS.indexOf(found.kind)
    for (const [i, list] of LISTS.entries()) {
      for (const number of found[list]) {
        // Texts that no file has any more are left out.
        if (places[number] === -1) places[number] = stored.texts.push(texts.at(number)) - 1
        stored.numbers[end++] = places[number] as number
      }
      stored.ends[place * LISTS.length + i] = end
    }
  }
  await keepValue(file, stored)
}

function storeFor(site: string, files: number, numbers: number): Stored {
  return {
    ...{ made: madeFor(site), texts: [], files: [] },
    stamps: new Float64Array(2 * files),
    kinds: new Uint8Array(files),
    ends: new Uint32Array(LISTS.length * files),
    numbers: new Uint32Array(numbers),
  }
}

function madeFor(site: string): string {
  return `${READING} ${site}`
}
