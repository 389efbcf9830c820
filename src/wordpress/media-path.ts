const UPLOADS = /\/(?:wp-content\/uploads|files)\/(.+)$/
/** Below it a network keeps the uploads of one of its sites; a copy of them may lack it. */
const SITE = /^sites\/\d+\//
const ON_WORDPRESS_COM = /\.files\.wordpress\.com$/
/** `-300x200` of a smaller copy; `-scaled` of one that WordPress made of a file too large. */
const SIZE = /-\d{1,5}x\d{1,5}(?=\.[a-z\d]+$)/i
const SCALED = /-scaled(?=\.[a-z\d]+$)/i

/** The path in the uploads folder of an address that lies there, as its size; undefined for any other address. */
export function uploadPath(address: string): string | undefined {
  const url = URL.parse(address, 'http://old.invalid')
  if (!url) return undefined
  // Jetpack's servers have the original's address as their path.
  const proxied = /^i\d\.wp\.com$/.test(url.hostname) ? URL.parse(`https:/${url.pathname}`) : undefined
  const { hostname, pathname } = proxied ?? url
  const path =
    UPLOADS.exec(pathname)?.[1] ?? (ON_WORDPRESS_COM.test(hostname) ? pathname.slice(1) : undefined)
  if (path === undefined) return undefined
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Where in a copy of the uploads folder the file of an address may lie: the original first, the very one last. */
export function mediaPaths(address: string): string[] {
  const path = uploadPath(address)
  if (path === undefined) return []
  return [...originalsFirst(path.replace(SITE, '')), ...(SITE.test(path) ? originalsFirst(path) : [])]
}

/** The paths at which a file may lie, the original before its smaller copies, the one that is named last. */
export function originalsFirst(path: string): string[] {
  const unsized = path.replace(SIZE, '')
  const original = unsized.replace(SCALED, '')
  const scaled = original.replace(/(\.[a-z\d]+)$/i, '-scaled$1')
  const others = [...new Set([original, scaled, unsized])]
  return others.at(-1) === path ? others : [...others, path]
}
