import { readFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { writeAtomically } from './atomic-write.ts'
import { contentDigest } from './content-digest.ts'
import { type FileIdentity, identityOf } from './file-identity.ts'

/** Characters of `contentDigest`, which stands before what the file holds. */
const DIGEST_LENGTH = 64

/**
 * A value kept from one run to the next: plain data, dates, maps and typed
 * arrays, as `node:v8` writes them. One that is missing, damaged by a single bit,
 * written by another Node or under another fingerprint is not there.
 */
export class CacheValue<Value> {
  readonly #file: string
  readonly #fingerprint: string

  /** @param fingerprint tells apart all that the value follows from, but for what whoever reads it compares */
  constructor(file: string, fingerprint: string) {
    this.#file = file
    this.#fingerprint = fingerprint
  }

  read(): Value | undefined {
    try {
      const content = readFileSync(this.#file)
      const bytes = content.subarray(DIGEST_LENGTH)
      if (content.toString('latin1', 0, DIGEST_LENGTH) !== contentDigest(bytes)) return undefined
      const { fingerprint, value } = deserialize(bytes) as { fingerprint: string; value: Value }
      return fingerprint === this.#fingerprint ? value : undefined
    } catch {
      return undefined
    }
  }

  /** Of its file as it is now; undefined where there is none. */
  identity(): FileIdentity | undefined {
    return identityOf(this.#file)
  }

  /** A cache that cannot be written costs the next run its time, and nothing else. */
  write(value: Value): void {
    try {
      this.mustWrite(value)
    } catch {}
  }

  /** @throws what the file system says where it cannot be written */
  mustWrite(value: Value): void {
    const bytes = serialize({ fingerprint: this.#fingerprint, value })
    writeAtomically(this.#file, Buffer.concat([Buffer.from(contentDigest(bytes)), bytes]))
  }
}
