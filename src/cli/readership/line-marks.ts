/** Lines that a mark is made of: it tells a place in a log, and of no single line what it says. */
export const WINDOW = 4

const [K1, K2] = [0x2c1b3c6d, 0x297a2d39]
/** Of the newest line, the one before it, and so on. */
const WEIGHTS = [0x85ebca6b, 0xc2b2ae35, K1, K2] as const

/**
 * Marks each line of a log with a number of 48 bits, made of the line and the
 * three before it, that tells its place in any other file with the same lines.
 * No address can be found out from a mark: it would have to be guessed together
 * with three lines of others.
 */
export class LineMarks {
  // Two hashes of each of the last lines, the newest at `newest`.
  private readonly low = new Int32Array(WINDOW)
  private readonly high = new Int32Array(WINDOW)
  private newest = 0
  private bytes: Uint8Array | undefined
  private view: DataView = new DataView(new ArrayBuffer(0))

  next(bytes: Uint8Array, start: number, end: number): number {
    if (bytes !== this.bytes) {
      this.bytes = bytes
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    }
    const { view } = this
    let a = end - start
    let b = ~a
    let i = start
    // MurmurHash3's mixing (Appleby, 2011), on two lanes.
    for (; i + 4 <= end; i += 4) {
      const word = view.getInt32(i, true)
      a = Math.imul(a ^ Math.imul(word, 0xcc9e2d51), K1)
      a ^= a >>> 15
      b = Math.imul(b ^ Math.imul(word, 0x1b873593), K2)
      b ^= b >>> 13
    }
    for (; i < end; i++) {
      a = Math.imul(a ^ view.getUint8(i), K1)
      b = Math.imul(b ^ view.getUint8(i), K2)
    }
    this.newest = (this.newest + 1) % WINDOW
    this.low[this.newest] = a ^ (a >>> 16)
    this.high[this.newest] = b ^ (b >>> 16)
    return (this.together(this.low) >>> 0) + (this.together(this.high) & 0xffff) * 2 ** 32
  }

  private together(hashes: Int32Array): number {
    let sum = 0
    for (let back = 0; back < WINDOW; back++) {
      const hash = hashes[(this.newest + WINDOW - back) % WINDOW] as number
      sum += Math.imul(hash, WEIGHTS[back] as number)
    }
    const mixed = Math.imul(sum ^ (sum >>> 15), K1)
    return mixed ^ (mixed >>> 13)
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
