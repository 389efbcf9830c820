/** Lines that a mark is made of: it tells a place in a log, and of no single line what it says. */
export const WINDOW = 4

const [K1, K2] = [0x2c1b3c6d, 0x297a2d39]

type Window = [number, number, number, number]

/**
 * Marks each line of a log with a number of 48 bits, made of the line and the
 * three before it, that tells its place in any other file with the same lines.
 * No address can be found out from a mark: it would have to be guessed together
 * with three lines of others.
 */
export class LineMarks {
  // Two hashes of each of the last lines, the newest first.
  private low: Window = [0, 0, 0, 0]
  private high: Window = [0, 0, 0, 0]

  next(bytes: Buffer, start: number, end: number): number {
    let a = end - start
    let b = ~a
    let i = start
    // MurmurHash3's mixing (Appleby, 2011), on two lanes.
    for (; i + 4 <= end; i += 4) {
      const word =
        (bytes[i] as number) |
        ((bytes[i + 1] as number) << 8) |
        ((bytes[i + 2] as number) << 16) |
        ((bytes[i + 3] as number) << 24)
      a = Math.imul(a ^ Math.imul(word, 0xcc9e2d51), K1)
      a ^= a >>> 15
      b = Math.imul(b ^ Math.imul(word, 0x1b873593), K2)
      b ^= b >>> 13
    }
    for (; i < end; i++) {
      a = Math.imul(a ^ (bytes[i] as number), K1)
      b = Math.imul(b ^ (bytes[i] as number), K2)
    }
    this.low = [a ^ (a >>> 16), this.low[0], this.low[1], this.low[2]]
    this.high = [b ^ (b >>> 16), this.high[0], this.high[1], this.high[2]]
    const x = together(this.low)
    const y = together(this.high)
    return (x >>> 0) + (y & 0xffff) * 2 ** 32
  }
}

function together([a, b, c, d]: Window): number {
  const sum = Math.imul(a, 0x85ebca6b) + Math.imul(b, 0xc2b2ae35) + Math.imul(c, K1) + Math.imul(d, K2)
  const mixed = Math.imul(sum ^ (sum >>> 15), K1)
  return mixed ^ (mixed >>> 13)
}

const BYTES = 6
const LETTERS = 8

/** Marks as text, eight letters each. */
export function writeMarks(marks: readonly number[]): string {
  const bytes = Buffer.alloc(BYTES * marks.length)
  for (const [i, mark] of marks.entries()) bytes.writeUIntBE(mark, BYTES * i, BYTES)
  return bytes.toString('base64url')
}

export function parseMarks(text: string): number[] {
  const bytes = Buffer.from(text, 'base64url')
  return Array.from({ length: Math.floor(text.length / LETTERS) }, (_, i) =>
    bytes.readUIntBE(BYTES * i, BYTES),
  )
}
