import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { FEED_FILES } from '#domain/feed-format.ts'
import type { Links } from '#domain/links.ts'

/** Addresses, each with what becomes another text when there is something new. */
export type Versions = Record<string, string>

/** The feeds of a built site, with digests of them. */
export async function feedsIn(dist: string, links: Links): Promise<Versions> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && FEED_FILES.some((name) => name === entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const versions = files.map(async (file) => {
    const path = relative(dist, file).split(sep).map(encodeURIComponent).join('/')
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('base64url')
    return [links.absolute(links.front() + path), digest] as const
  })
  return Object.fromEntries(await Promise.all(versions))
}

/** The pages that a built site's sitemap names, with the dates of their last change, or nothing where it tells none. */
export async function pagesIn(dist: string, links: Links): Promise<Versions> {
  const versions: Versions = {}
  const index = await read(dist, links.sitemap(), links)
  for (const { loc } of index.sitemapindex?.sitemap ?? []) {
    const { urlset } = await read(dist, new URL(loc).pathname, links)
    for (const { loc, lastmod = '' } of urlset?.url ?? []) versions[loc] ||= lastmod
  }
  return versions
}

interface Sitemap {
  sitemapindex?: { sitemap?: { loc: string }[] }
  urlset?: { url?: { loc: string; lastmod?: string }[] }
}

const parser = new XMLParser({
  isArray: (name) => name === 'sitemap' || name === 'url',
  parseTagValue: false,
})

async function read(dist: string, path: string, links: Links): Promise<Sitemap> {
  return parser.parse(await readFile(join(dist, path.slice(links.front().length)), 'utf8')) as Sitemap
}
