/** Folders of Ghost's `content` in which files for readers lie. */
const FILE = /\/content\/((?:images|media|files)\/.+)$/

/** Where in a copy of Ghost's `content` the file of an address may lie, the original first, the very one last; none for an address of anything else. */
export function mediaPaths(address: string): string[] {
  const pathname = URL.parse(address, 'http://old.invalid')?.pathname ?? ''
  const path = FILE.exec(decoded(pathname))?.[1]
  if (path === undefined) return []
  const original = path.replace(/^images\/size\/w\d+(?:h\d+)?\/(?:format\/\w+\/)?/, 'images/')
  const within = original.replace(/^\w+\//, '')
  // What the editor itself has not made smaller lies beside it.
  const untouched = original.replace(/(\.\w+)$/, '_o$1')
  return [untouched, untouched.replace(/^\w+\//, ''), original, within, path]
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
