const STARTS = ['wOF2', 'wOFF', 'OTTO', 'true', '\0\x01\0\0']
/** Where a font lists its tables. */
const TABLES = 1024

/** Why the bytes of a file cannot be used as a font; undefined where they can. @param forCard whether cards are drawn with it */
export function faultOfFont(bytes: Buffer, { forCard }: { forCard: boolean }): string | undefined {
  if (!STARTS.includes(bytes.toString('latin1', 0, 4))) return 'this is no font.'
  if (forCard && bytes.subarray(0, TABLES).includes('fvar'))
    return 'cards take files of one weight, and this one has many: name a static one.'
  return undefined
}
