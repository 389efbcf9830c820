import { unescaped } from '#desk/addresses.ts'
import { linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'

/** Where a path of the site, without its base and without escapes, has moved; undefined where it has not. */
export type Move = (path: string) => string | undefined

/** All below one folder goes to another, but for what is something else's old address. */
export function folderMove(from: string, to: string, taken: ReadonlySet<string>): Move {
  return (path) => {
    if (taken.has(path.replace(/\/?$/, '/'))) return undefined
    if (path === from.slice(0, -1)) return to
    return path.startsWith(from) ? to + path.slice(from.length) : undefined
  }
}

/** An article's page and its Markdown. */
export function articleMove(from: string, to: string): Move {
  const bare = (folder: string) => folder.slice(0, -1)
  return (path) => {
    if ([from, bare(from), `${from}index.html`].includes(path)) return to
    return path === `${bare(from)}.md` ? `${bare(to)}.md` : undefined
  }
}

/** A page on which links stand: its path from the host's root, now and when all has moved. */
export interface MovingPage {
  path: string
  newPath: string
}

/** A link as it is to be written when what it leads to has moved; undefined where it can stay. */
export function movedHref(
  href: string,
  { path, newPath }: MovingPage,
  site: Site,
  move: Move,
): string | undefined {
  const links = linksFor(site)
  const base = links.front()
  const url = URL.parse(links.written(href), links.absolute(path))
  if (url?.origin !== new URL(site.url).origin || !url.pathname.startsWith(base) || href.startsWith('//'))
    return undefined
  const to = move(`/${unescaped(url.pathname).slice(base.length)}`)
  if (to === undefined) return undefined
  const tail = href.slice(href.search(/[?#]|$/))
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return links.absolute(links.written(to)) + tail
  const written = href.includes('%') ? encodeURI(to) : to
  if (href.startsWith('/')) return written + tail
  const after = URL.parse(href, links.absolute(newPath))
  return after && unescaped(after.pathname) === unescaped(links.written(to)) ? undefined : written + tail
}
