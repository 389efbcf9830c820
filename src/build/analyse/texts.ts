import { ownCopy } from '#build/own-copy.ts'

/** Texts, each once, by a number: most pages name the same addresses. */
export class Texts {
  readonly #all: string[]
  readonly #numbers: Map<string, number>

  constructor(texts: readonly string[] = []) {
    this.#all = [...texts]
    this.#numbers = new Map(texts.map((text, number) => [text, number]))
  }

  get size(): number {
    return this.#all.length
  }

  /** A text's number, which it gets where it has none. */
  add(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const copy = ownCopy(text)
    this.#numbers.set(copy, this.#all.length)
    return this.#all.push(copy) - 1
  }

  /** Those from a number on. */
  from(number: number): string[] {
    return this.#all.slice(number)
  }

  numberOf(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  at(number: number): string {
    return this.#all[number] ?? ''
  }
}
