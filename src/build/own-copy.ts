/**
 * A text that keeps no other in memory. One that was cut from a longer text, as
 * parsers do, is but a view of it: a table of addresses would hold all pages that they stood in.
 * @param text that was read from a file: half a character of UTF-16 becomes U+FFFD
 */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString()
}
