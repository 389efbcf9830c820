import { linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { tagSlug } from '#domain/tag-slug.ts'
import { monthOf } from '#domain/zoned-time.ts'
import { aliasesOf } from './aliases.ts'
import { publishedFrom } from './published-from.ts'
import type { NewsroomFiles } from './read-newsroom.ts'
import type { Source } from './source.ts'

/** One address of the site. */
export interface Address {
  /** From when on it leads anywhere, in milliseconds; infinity where only drafts would make it. */
  from: number
  /** The article or static page that stands there. */
  source?: Source
}

/**
 * Every page that the newsroom's files make, by its path without escapes, and
 * the old addresses of articles. The later pages of lists, feeds and files are
 * not among them.
 */
export function addressesOf({ sources }: NewsroomFiles, site: Site): Map<string, Address> {
  const links = linksFor(site)
  const addresses = new Map<string, Address>()
  const tagAddresses = new Map<string, string>()
  const tagAddress = (tag: string) => {
    const known = tagAddresses.get(tag) ?? links.tag(tagSlug(tag))
    tagAddresses.set(tag, known)
    return known
  }
  const add = (escaped: string, from = Number.NEGATIVE_INFINITY, source?: Source) => {
    const path = unescaped(escaped)
    const known = addresses.get(path)
    if (!known) addresses.set(path, source ? { from, source } : { from })
    else if (from < known.from) known.from = from
  }
  const made = [
    links.front(),
    links.archive(),
    links.search(),
    links.saved(),
    links.corrections(),
    links.trending(),
  ]
  for (const path of made) add(path)
  for (const { slug } of sources.categories) add(links.category(slug))
  for (const source of sources.pages) add(links.staticPage(source.slug), undefined, source)
  for (const source of sources.articles) {
    const from = publishedFrom(source, site.timeZone)
    const { category, authors, contributors, series, tags } = source.data
    add(links.article({ slug: source.slug, category: { slug: String(category) } }), from, source)
    for (const { name } of aliasesOf(source)) add(links.written(name), from, source)
    for (const author of texts(authors)) add(links.author(author), from)
    for (const author of fieldsOf(contributors, 'author')) add(links.author(author), from)
    for (const tag of texts(tags)) add(tagAddress(tag), from)
    for (const slug of fieldsOf([series], 'slug')) add(links.series(slug), from)
    if (Number.isFinite(from)) add(links.month(monthOf(new Date(from), site.timeZone)), from)
  }
  return addresses
}

/** A path as people read it; one whose escapes are no letters stays as it is. */
export function unescaped(path: string): string {
  if (/^[!-$&-~]*$/.test(path)) return path
  try {
    return decodeURI(path).normalize('NFC')
  } catch {
    return path
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

function fieldsOf(value: unknown, field: string): string[] {
  if (!Array.isArray(value)) return []
  return texts(value.map((item: Record<string, unknown> | null) => item?.[field]))
}
