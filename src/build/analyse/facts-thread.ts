import { Thread } from '#build/thread.ts'
import { renumbered } from './facts.ts'
import type { AnalysedFile, Reading } from './files-reader.ts'
import type { Texts } from './texts.ts'

/** What `facts-worker.ts` answers: files with the numbers of its own texts, and those texts that it has not sent yet. */
export interface FactsAnswer {
  found: AnalysedFile[]
  texts: string[]
}

/** Megabytes, of which the texts of ten thousand articles fill a tenth; without a limit, pages that were read are kept until memory is short. */
const HEAP = 512

/** A thread that reads files, whose numbers become those of texts here. */
export class FactsThread {
  readonly #thread: Thread<readonly string[], FactsAnswer>
  readonly #texts: Texts
  readonly #numbers: number[] = []

  /** @param texts is added to */
  constructor(reading: Reading, texts: Texts) {
    this.#thread = new Thread(new URL('./facts-worker.ts', import.meta.url), {
      workerData: reading,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    })
    this.#texts = texts
  }

  /** As `filesReader`. */
  async read(files: readonly string[]): Promise<AnalysedFile[]> {
    const { found, texts } = await this.#thread.ask(files)
    for (const text of texts) this.#numbers.push(this.#texts.add(text))
    const numberOf = (number: number) => this.#numbers[number] as number
    return found.map(({ facts, ...file }) => ({ ...file, facts: renumbered(facts, numberOf) }))
  }

  end(): Promise<void> {
    return this.#thread.end()
  }
}
