/**
 * The number in `/?p=19`, the address by which WordPress finds a post whatever
 * its name; undefined for any other address. No static file can have it: the
 * front page's script and a server's rule look it up.
 */
export function numberInAlias(path: string): number | undefined {
  const number = /^\/\?p=([1-9]\d{0,14})$/.exec(path)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** How many numbers share a file: one is small, and few are needed for all. */
const IN_A_FILE = 1000

/** The file of `Links.oldNumbers` in which a number is looked up. */
export function fileOfNumber(number: number): number {
  return Math.floor(number / IN_A_FILE)
}
