/** The characters at a file's start by which its kind can be recognised. */
const ENOUGH = 64

/** The beginning of a file that is read piece by piece, held back until its kind has been judged. */
export class Opening {
  readonly #judge: (text: string) => void
  #held: string | undefined = ''

  /** @param judge throws for a file of another kind */
  constructor(judge: (text: string) => void) {
    this.#judge = judge
  }

  /** What may be read by now, with a piece more. @throws what `judge` throws */
  pass(piece: string): string {
    if (this.#held === undefined) return piece
    this.#held += piece
    return this.#held.trimStart().length < ENOUGH ? '' : this.end()
  }

  /** What is still held back when the file ends. @throws what `judge` throws */
  end(): string {
    const text = this.#held
    if (text === undefined) return ''
    this.#judge(text)
    this.#held = undefined
    return text
  }
}
