/** Lines that a mark is made of: it tells a place in a log, and of no single line what it says. */
export const WINDOW = 4

const [K1, K2] = [0x2c1b3c6d, 0x297a2d39]

/**
 * Marks each line of a log with a number of 48 bits, made of the line and the
 * three before it, that tells its place in any other file with the same lines.
 * No address can be found out from a mark: it would have to be guessed together
 * with three lines of others.
 */
export class LineMarks {
  // Two hashes of each of the last lines, in turn.
  private readonly low = new Int32Array(WINDOW)
  private readonly high = new Int32Array(WINDOW)
  private count = 0

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
    const { low, high } = this
    low[this.count % WINDOW] = a ^ (a >>> 16)
    high[this.count % WINDOW] = b ^ (b >>> 16)
    let x = 0
    let y = 0
    for (let back = 0; back < WINDOW; back++) {
      const at = (this.count + WINDOW - back) % WINDOW
      x = Math.imul(x ^ (low[at] as number), K2)
      x ^= x >>> 15
      y = Math.imul(y ^ (high[at] as number), K1)
      y ^= y >>> 14
    }
    this.count++
    return (x >>> 0) + (y & 0xffff) * 2 ** 32
  }
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
