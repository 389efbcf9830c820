import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isIconFile } from '#domain/icon-files.ts'
import { linksFor } from '#domain/links.ts'
import { withScheme } from '#domain/missing-scheme.ts'
import { nearest } from '#domain/nearest.ts'
import { PAGE_IDS } from '#domain/page-ids.ts'
import type { Site } from '#domain/site.ts'
import { schemeOf } from '#markdown/safe-links.ts'
import { type Address, addressesOf, unescaped } from './addresses.ts'
import { isError } from './problem.ts'
import type { NewsroomFiles } from './read-newsroom.ts'
import type { Source } from './source.ts'

/** What is wrong with a link, as the end of a sentence about it, and how to mend it. */
export interface LinkFault {
  message: string
  /** True where there is or will be a page: at its top, not yet, or by a detour. */
  mild: boolean
  /** True where readers get there all the same. */
  works?: boolean
}

/** The page on which a link stands. */
export interface LinkFrom {
  /** Path from the host's root. */
  path: string
  /** From when on readers can follow it, in milliseconds. */
  from: number
  /** Absent for the site's own chrome. */
  source?: Source
}

/** The id that each page has. */
const EVERYWHERE = 'content'

/** What the site makes itself, without a file of the newsroom for each page. */
const UNJUDGED = ['feeds', 'fragments', 'pagefind', 'admin', '_astro']
const MADE = ['rss.xml', 'sitemap-index.xml', 'sitemap-0.xml', 'robots.txt']

/**
 * Judges links against what will be published: nothing to say of those to other
 * sites, and of those that lead to a page, or to its section, by the time that
 * readers see them.
 * @param moment that of the build, in milliseconds
 */
export function linkJudge(files: NewsroomFiles, site: Site, moment: number) {
  const addresses = addressesOf(files, site)
  const unreadable = new Set(files.problems.filter(isError).map(({ file }) => slugOf(file)))
  const present = [...addresses].flatMap(([path, { old }]) => (old ? [] : [path]))
  const bySlug = new Map(present.map((path) => [basename(path), path]))
  const links = linksFor(site)
  const { origin } = new URL(site.url)
  const base = links.front()
  /** As authors write it. */
  const written = (path: string) => `/${path.slice(base.length)}`

  return function judge(href: string, on: LinkFrom): LinkFault | undefined {
    if (href === '') return fault('names no address. Write one between the brackets, or take the link out.')
    const url = URL.parse(links.written(href), links.absolute(on.path))
    if (!url) return fault('is no address that browsers understand. Write it anew.')
    if (url.origin !== origin || !url.pathname.startsWith(base)) return undefined
    const path = unescaped(url.pathname)
    const isRelative = schemeOf(href) === undefined && !/^[/#?]/.test(href)
    const meant = /^[/#?]/.test(href) ? undefined : withScheme(unescaped(href))
    if (meant !== undefined && !isBeside(href, on.source)) return fault(`lacks its start. Write "${meant}".`)
    if (isRelative && on.source && /\.[a-z\d]+$/i.test(path)) return relativeFile(path, href, on.source)
    const anchor = unescaped(url.hash.slice(1))
    if (path === on.path) return judgeAnchor(anchor, on.source, on)
    const found = addresses.get(path)
    return found ? judgeFound(found, anchor, on) : judgeOther(path)
  }

  function judgeFound({ from, source }: Address, anchor: string, on: LinkFrom): LinkFault | undefined {
    if (from > Math.max(on.from, moment)) {
      const what = source ? source.file : 'articles that would be listed there'
      if (from === Number.POSITIVE_INFINITY)
        return mild(`leads to a draft: readers will find no page. Publish ${what} too, or take the link out.`)
      const at = new Date(from).toISOString().slice(0, 16).replace('T', ' ')
      return mild(
        `leads nowhere until ${at} UTC, when ${what} is published. Wait for it, or take the link out.`,
      )
    }
    return judgeAnchor(anchor, source, on)
  }

  function judgeAnchor(anchor: string, page: Source | undefined, on: LinkFrom): LinkFault | undefined {
    if (anchor === '' || anchor === 'top' || /^(:~:|note-)/.test(anchor)) return undefined
    if (page) return judgeHeading(anchor, page)
    // What an author's text names of such a page is the author's concern; the chrome is on every page.
    return on.source || anchor === EVERYWHERE
      ? undefined
      : fault(`names "#${anchor}" of a page that has no headings of its own. Take what begins with # out.`)
  }

  function judgeHeading(anchor: string, { file, parts, entryOf = file }: Source): LinkFault | undefined {
    const entries = (files.entries.get(entryOf) ?? []).map(({ slug }) => slug)
    const ids = [...parts().headings.map(({ id }) => id), ...entries]
    if (ids.includes(anchor) || PAGE_IDS.includes(anchor)) return undefined
    const near = nearest(anchor, ids)
    return mild(
      `leads to no heading of ${file}.${near ? ` Did you mean "#${near}"?` : ''} A heading's anchor is its text in small letters, with hyphens for blanks.`,
    )
  }

  function judgeOther(path: string): LinkFault | undefined {
    const page = `${path.replace(/index\.html$/, '').replace(/\/$/, '')}/`
    if (addresses.has(page)) return { ...mild(`needs a detour. Write ${written(page)}.`), works: true }
    const list = /^(.*\/)(?:(?:page|live)\/[1-9]\d*\/|rss\.xml|atom\.xml|feed\.json)$/.exec(path)?.[1]
    if (list !== undefined && list !== base && addresses.has(list)) return undefined
    const below = site.languages
      .map(({ path }) => `${base}${path}/`)
      .find((folder) => path.startsWith(folder))
    const [first = '', ...rest] = path.slice((below ?? base).length).split('/')
    if (UNJUDGED.includes(first) || (rest.length === 0 && MADE.includes(first))) return undefined
    if (isPublicFile(path.slice(base.length))) return undefined
    if (unreadable.has(basename(path))) return undefined
    const near = bySlug.get(basename(path)) ?? nearest(path, present)
    return fault(
      near
        ? `leads to no page. Did you mean "${written(near)}"?`
        : 'leads to no page. An article is at /category/slug/, its slug being the name of its file.',
    )
  }

  function relativeFile(path: string, href: string, source: Source): LinkFault {
    const file = join(dirname(source.file), href.replace(/[?#].*$/s, ''))
    const target = /\.md$/i.test(path) && [...addresses].find(([, page]) => page.source?.file === file)
    if (target) return fault(`names a file. Write the address of its page: ${written(target[0])}.`)
    if (/\.md$/i.test(path))
      return fault(
        'names a file, and there is none of that name. Write the address of its page: /category/slug/.',
      )
    const name = basename(path)
    return fault(
      `names a file beside the article, and only pictures are published from there. Put it into public/ and link to /${name}.`,
    )
  }

  /** Whether what a link names lies beside the file in which it stands. */
  function isBeside(href: string, source: Source | undefined): boolean {
    return source !== undefined && existsSync(join(files.folder.root, dirname(source.file), unescaped(href)))
  }

  function isPublicFile(path: string): boolean {
    if (path === '' || path.endsWith('/')) return false
    return isIconFile(path) || existsSync(join(files.folder.publicFiles, path))
  }
}

function fault(message: string): LinkFault {
  return { message, mild: false }
}

function mild(message: string): LinkFault {
  return { message, mild: true }
}

/** The slug of a file that could not be read, by its path; `x` of `x.md.txt`. */
function slugOf(file: string): string {
  const name = basename(file).replace(/\..*$/, '')
  return name === 'index' ? basename(dirname(file)) : name
}
