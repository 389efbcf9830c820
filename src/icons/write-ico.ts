/** An icon of one size. */
interface IcoImage {
  /** Pixels of its side, at most 256. */
  side: number
  /** A PNG. */
  png: Uint8Array
}

const HEADER = 6
const ENTRY = 16

/** A `.ico` file, which holds PNGs behind a table of them: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
export function writeIco(images: readonly IcoImage[]): Uint8Array {
  const table = Buffer.alloc(HEADER + ENTRY * images.length)
  table.writeUInt16LE(1, 2)
  table.writeUInt16LE(images.length, 4)
  let offset = table.length
  for (const [i, { side, png }] of images.entries()) {
    const entry = HEADER + ENTRY * i
    // A byte holds 255: 0 means 256.
    table.writeUInt8(side % 256, entry)
    table.writeUInt8(side % 256, entry + 1)
    table.writeUInt16LE(1, entry + 4)
    table.writeUInt16LE(32, entry + 6)
    table.writeUInt32LE(png.length, entry + 8)
    table.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([table, ...images.map(({ png }) => png)])
}
