import { identityOf, type FileIdentity } from '#cache/file-identity.ts'
import { FactsThread } from './facts-thread.ts'
import { KnownFacts, type KnownFile } from './known-facts.ts'
import { isRead } from './read-file.ts'
import type { AnalysedFile, Reading } from './files-reader.ts'
import { readFiles } from './read-files.ts'
import type { Texts } from './texts.ts'

/** A file of the output, and by which its content is known; where that is not given, it is looked up. */
export interface OutputFile {
  file: string
  identity?: FileIdentity | undefined
}

/**
 * Finds what the verifier and the search need to know of the output's files: it reads each once, while pages are
 * rendered where it can, and not at all where the file is as the last build left it.
 */
export class Analyser {
  readonly #reading: Reading
  readonly #known: KnownFacts
  #thread: FactsThread | undefined
  #pending: Promise<unknown> = Promise.resolve()

  /** @param caches the folder of the output's caches */
  constructor(reading: Reading, caches: string) {
    this.#reading = reading
    this.#known = new KnownFacts(caches, reading.site)
  }

  get known(): KnownFacts {
    return this.#known
  }

  get texts(): Texts {
    return this.#known.texts
  }

  /**
   * Has a thread read files that are most likely written.
   * @returns what it has found; nothing where one of them cannot be read yet, which then is read in the end
   */
  readAhead(files: readonly string[]): Promise<readonly AnalysedFile[]> {
    this.#thread ??= new FactsThread(this.#reading, this.texts)
    const found = this.#thread.read(files.filter(isRead)).catch(() => [])
    this.#pending = Promise.all([this.#pending, found.then((files) => this.#known.add(files))])
    return found
  }

  /** What is in files as they are now: all but those that nobody looks into. */
  async analyse(files: readonly OutputFile[]): Promise<Map<string, KnownFile>> {
    await this.#pending
    const { folder } = this.#reading
    const found = new Map<string, KnownFile>()
    const unknown: string[] = []
    for (const { file, identity: given } of files) {
      if (!isRead(file)) continue
      const path = `${folder}/${file}`
      const identity = given ?? identityOf(path)
      const known = identity === undefined ? undefined : this.#known.get(file, path, identity)
      if (known) found.set(file, known)
      else if (identity !== undefined) unknown.push(file)
    }
    const read = await readFiles(this.#reading, unknown, this.texts)
    this.#known.add(read)
    for (const one of read) found.set(one.file, one)
    return found
  }

  /** Ends its thread, when that has read all that it was given. */
  async end(): Promise<void> {
    await this.#pending
    await this.#thread?.end()
    this.#thread = undefined
  }
}
