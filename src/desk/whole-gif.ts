const HEADER = 13
const IMAGE = 0x2c
const EXTENSION = 0x21
const TRAILER = 0x3b

/**
 * Whether a GIF is there to its end. It is a row of blocks (GIF89a, 13 to 27), and decoders
 * take one that is cut off for a shorter one. A trailer may be missing, as browsers allow.
 */
export function isWholeGif(bytes: Uint8Array): boolean {
  let at = HEADER + colours(bytes[10])
  while (at < bytes.length && bytes[at] !== TRAILER) {
    if (bytes[at] === EXTENSION) at += 2
    // The descriptor, a table of colours, and the size of codes.
    else if (bytes[at] === IMAGE) at += 10 + colours(bytes[at + 9]) + 1
    else return false
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
    if (at >= bytes.length) return false
    at += 1
  }
  return at <= bytes.length
}

/** Bytes of the table of colours that packed fields tell of. */
function colours(packed = 0): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0
}
