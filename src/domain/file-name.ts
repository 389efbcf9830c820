/** Bytes of UTF-8: file systems take 255 for a name, its ending with it. */
const MOST_BYTES = 240

/** Whether a file or a folder can have this name, with an ending. */
export function fitsFileName(name: string): boolean {
  // A character has three bytes at most for each of its two units.
  return name.length * 3 <= MOST_BYTES || new TextEncoder().encode(name).length <= MOST_BYTES
}
