/** The path that an author wrote, from the address that the parser made of it. */
export function writtenPath(src: string): string {
  try {
    return decodeURI(src)
  } catch {
    // An escape of another encoding, as in caf%E9.jpg: no file has that name, and the desk will say so.
    return src
  }
}
