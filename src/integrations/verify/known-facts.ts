import { readFile } from 'node:fs/promises'
import { keepFile } from '#keep-file.ts'
import type { Facts } from './facts.ts'
import type { Output } from './output.ts'

/** Counts the ways in which files have been read: facts of an older one are not used. */
const READING = 1

/** A file's size in bytes and the second of its last change: archives that carry caches about keep no more. */
export interface Stamp {
  size: number
  second: number
}

const KINDS = ['part', 'page', 'article'] as const satisfies Facts['kind'][]
const LISTS = ['links', 'authored', 'ids', 'faults'] as const satisfies (keyof Facts)[]

/** As a line of the file: size, time, kind, then texts by their places in the table. */
type Packed = [size: number, second: number, kind: number, ...lists: number[][]]

interface Stored {
  made: string
  texts: string[]
  files: Record<string, Packed>
}

/**
 * The facts of the last output that passed, by file. Facts are taken for a
 * file's while its size and time are what they were. A store that is missing,
 * damaged or of another site is an empty one.
 */
export class KnownFacts {
  readonly #stored: Stored

  private constructor(stored: Stored) {
    this.#stored = stored
  }

  /** @param site that all addresses were read for */
  static async of(file: string, site: string): Promise<KnownFacts> {
    const empty = { made: '', texts: [], files: {} }
    try {
      const stored = JSON.parse(await readFile(file, 'utf8')) as Stored
      return new KnownFacts(stored.made === madeFor(site) && isSound(stored) ? stored : empty)
    } catch {
      return new KnownFacts(empty)
    }
  }

  get(file: string, { size, second }: Stamp): Facts | undefined {
    const packed = this.#packed(file)
    if (!packed || packed[0] !== size || packed[1] !== second) return undefined
    const [, , kind, ...lists] = packed
    const texts = (i: number) => (lists[i] ?? []).map((at) => this.#stored.texts[at] ?? '')
    const [links, authored, ids, faults] = [texts(0), texts(1), texts(2), texts(3)]
    return { kind: KINDS[kind] ?? 'part', links, authored, ids, faults }
  }

  /** Files of these kinds. */
  filesOf(kinds: readonly Facts['kind'][]): string[] {
    const wanted = kinds.map((kind) => KINDS.indexOf(kind))
    return Object.entries(this.#stored.files).flatMap(([file, [, , kind]]) =>
      wanted.includes(kind) ? [file] : [],
    )
  }

  #packed(file: string): Packed | undefined {
    return Object.hasOwn(this.#stored.files, file) ? this.#stored.files[file] : undefined
  }
}

/** Keeps the facts of an output for the next build; where that cannot be written, all is read again then. */
export async function keepFacts(
  file: string,
  site: string,
  { files: stamps, facts }: Pick<Output, 'files' | 'facts'>,
): Promise<void> {
  const places = new Map<string, number>()
  const place = (text: string) => {
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, places.size)
    return places.size - 1
  }
  const files: Stored['files'] = {}
  for (const [name, found] of facts) {
    const { size, second } = stamps.get(name) ?? { size: 0, second: 0 }
    files[name] = [size, second, KINDS.indexOf(found.kind), ...LISTS.map((list) => found[list].map(place))]
  }
  const stored: Stored = { made: madeFor(site), texts: [...places.keys()], files }
  await keepFile(file, JSON.stringify(stored))
}

function isSound({ texts, files }: Stored): boolean {
  const lists = LISTS.map((_, i) => 3 + i)
  return (
    Array.isArray(texts) &&
    Object.values(files).every((packed) => lists.every((i) => Array.isArray(packed[i])))
  )
}

function madeFor(site: string): string {
  return `${READING} ${site}`
}
