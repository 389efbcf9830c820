import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from './atomic-write.ts'
import { contentDigest } from './content-digest.ts'

/** Characters of a digest in a file's name. */
const LENGTH = 22

/**
 * Files kept from one run to the next by what they were made from. Each has the
 * fingerprint of what made it and a digest of its bytes in its name; the digest is
 * checked whenever one is given out: one that is cut off, or differs in a bit, is not there.
 */
export class CacheFolder {
  readonly #folder: string
  readonly #fingerprint: string
  /** Names of files by their keys. */
  #names: Map<string, string> | undefined

  /** @param fingerprint letters and digits */
  constructor(folder: string, fingerprint: string) {
    this.#folder = folder
    this.#fingerprint = fingerprint
  }

  /** The path of the file that was put there under this key, and its bytes; undefined where there is none. */
  get(key: string): { path: string; bytes: Buffer } | undefined {
    const name = this.#read().get(key)
    if (name === undefined) return undefined
    const path = join(this.#folder, name)
    try {
      const bytes = readFileSync(path)
      if (this.#nameFor(key, bytes) === name) return { path, bytes }
      rmSync(path)
    } catch {}
    this.#names?.delete(key)
    return undefined
  }

  /**
   * @param key letters, digits and hyphens
   * @returns the path of the file; undefined where it cannot be written
   */
  put(key: string, bytes: Uint8Array): string | undefined {
    const name = this.#nameFor(key, bytes)
    const path = join(this.#folder, name)
    try {
      writeAtomically(path, bytes)
    } catch {
      return undefined
    }
    this.#read().set(key, name)
    return path
  }

  /** Takes away all but the files of these keys. */
  pruneExcept(keys: Iterable<string>): void {
    this.#names = undefined
    const known = this.#read()
    const wanted = new Set([...keys].map((key) => known.get(key)))
    for (const name of namesIn(this.#folder))
      if (!wanted.has(name)) rmSync(join(this.#folder, name), { recursive: true, force: true })
  }

  #read(): Map<string, string> {
    this.#names ??= new Map(
      namesIn(this.#folder).flatMap((name) => {
        const [key = '', fingerprint, digest, ...more] = name.split('.')
        const isWhole = fingerprint === this.#fingerprint && digest?.length === LENGTH && more.length === 0
        return isWhole ? [[key, name] as const] : []
      }),
    )
    return this.#names
  }

  #nameFor(key: string, bytes: Uint8Array): string {
    return `${key}.${this.#fingerprint}.${contentDigest(bytes).slice(0, LENGTH)}`
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
