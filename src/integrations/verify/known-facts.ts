import { readFile } from 'node:fs/promises'
import { isStamp, type Stamp } from '#integrations/kept.ts'
import { keepFile } from '#keep-file.ts'
import type { Facts, NumberedFacts } from './facts.ts'
import type { Output } from './output.ts'
import type { FoundFile } from './read-files.ts'
import { Texts } from './texts.ts'

/** Counts the ways in which files have been read: facts of an older one are not used. */
const READING = 1

const KINDS = ['part', 'page', 'article'] as const satisfies Facts['kind'][]
const LISTS = ['links', 'authored', 'ids', 'faults'] as const satisfies (keyof Facts)[]

/** As a line of the file: size, time, kind, then texts by their places in the table. */
type Packed = [...stamp: Stamp, kind: number, ...lists: number[][]]

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
  /** Those of the stored facts, to which others may be added. */
  readonly texts: Texts
  readonly #files: Stored['files']
  readonly #now = new Map<string, FoundFile>()

  private constructor({ texts, files }: Stored) {
    this.texts = new Texts(texts)
    this.#files = files
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

  /** Takes in what was read since, with numbers for the same texts. */
  add(found: readonly FoundFile[]): void {
    for (const file of found) this.#now.set(file.file, file)
  }

  get(file: string, stamp: Stamp): NumberedFacts | undefined {
    const now = this.#now.get(file)
    if (now && isStamp(now.stamp, stamp)) return now.facts
    const packed = Object.hasOwn(this.#files, file) ? this.#files[file] : undefined
    if (!packed) return undefined
    const [size, second, kind, links = [], authored = [], ids = [], faults = []] = packed
    if (!isStamp([size, second], stamp)) return undefined
    return { kind: KINDS[kind] ?? 'part', links, authored, ids, faults }
  }

  /** Files of these kinds in the last output. */
  filesOf(kinds: readonly Facts['kind'][]): string[] {
    const wanted = kinds.map((kind) => KINDS.indexOf(kind))
    return Object.entries(this.#files).flatMap(([file, [, , kind]]) => (wanted.includes(kind) ? [file] : []))
  }
}

/** Keeps the facts of an output for the next build; where that cannot be written, all is read again then. */
export async function keepFacts(
  file: string,
  site: string,
  { files: stamps, facts, texts }: Pick<Output, 'files' | 'facts' | 'texts'>,
): Promise<void> {
  const kept: string[] = []
  const numbers = new Int32Array(texts.size).fill(-1)
  // Texts that no file has any more are left out.
  const renumber = (number: number) => {
    if (numbers[number] === -1) numbers[number] = kept.push(texts.at(number)) - 1
    return numbers[number] as number
  }
  const files: Stored['files'] = {}
  for (const [name, found] of facts) {
    files[name] = [
      ...(stamps.get(name) ?? [0, 0]),
      KINDS.indexOf(found.kind),
      ...LISTS.map((list) => found[list].map(renumber)),
    ]
  }
  const stored: Stored = { made: madeFor(site), texts: kept, files }
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
