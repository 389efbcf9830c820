import type { PathWithRoute } from 'astro'

/** A page is written as HTML, an endpoint under its own name. */
export function isPage({ type }: Pick<PathWithRoute['route'], 'type'>): boolean {
  return type === 'page'
}

/** Where Astro writes a page or an endpoint, with `build.format: 'directory'`: its path in the output (astro/dist/core/build/common.js). */
export function outputPath(pathname: string, route: Pick<PathWithRoute['route'], 'type'>): string {
  const path = inOutput(pathname)
  if (!isPage(route)) return path
  return path === '404' ? '404.html' : `${path}/index.html`.replace(/^\//, '')
}

/** A path without the slashes at its ends. */
export function inOutput(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}
