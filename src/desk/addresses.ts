import { languagesOf } from '#domain/languages.ts'
import { linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { tagSlug } from '#domain/tag-slug.ts'
import { monthOf } from '#domain/zoned-time.ts'
import { isFolder, oldPathsIn } from '#domain/old-paths.ts'
import { slugify } from '#domain/slug.ts'
import { isAlias } from '#domain/alias.ts'
import { aliasesOf, tagAliasesOf } from './aliases.ts'
import { articlePlace, shownIn } from './article-place.ts'
import { entryFrom, publishedFrom } from './published-from.ts'
import type { NewsroomFiles } from './read-newsroom.ts'
import type { Source } from './source.ts'

/** One address of the site. */
export interface Address {
  /** From when on it leads anywhere, in milliseconds; infinity where only drafts would make it. */
  from: number
  /** The article or static page that stands there. */
  source?: Source
  /** Whether it only leads on. */
  old?: true
}

/**
 * Every page that the newsroom's files make, by its path without escapes, and
 * every old address. The later pages of lists, feeds and files are not among them.
 */
export function addressesOf(files: NewsroomFiles, site: Site): Map<string, Address> {
  const { sources } = files
  const languages = languagesOf(site).map((language) => ({ ...language, links: linksFor(site, language) }))
  const main = linksFor(site)
  const linksOf = (source: Source) => {
    const { path } = shownIn(source, site)
    return languages.find((language) => language.path === path)?.links ?? main
  }
  const addresses = new Map<string, Address>()
  const tagSlugs = new Map<string, string>()
  const slugOfTag = (tag: string) => {
    const known = tagSlugs.get(tag) ?? tagSlug(tag)
    tagSlugs.set(tag, known)
    return known
  }
  const add = (escaped: string, from = Number.NEGATIVE_INFINITY, source?: Source) => {
    const path = unescaped(escaped)
    const known = addresses.get(path)
    if (!known) addresses.set(path, source ? { from, source } : { from })
    else if (from < known.from) known.from = from
  }
  const addOld = (written: string, from = Number.NEGATIVE_INFINITY, source?: Source) => {
    const path = unescaped(main.written(written))
    if (!addresses.has(path)) addresses.set(path, { from, old: true, ...(source && { source }) })
  }
  for (const { links } of languages) {
    const made = [links.front(), links.archive(), links.search(), links.saved(), links.corrections()]
    for (const path of [...made, links.trending()]) add(path)
  }
  for (const { slug } of sources.categories) add(main.category(slug))
  const sectionAliases = new Map(sources.categories.map((source) => [source.slug, namesOf(source)]))
  for (const { slug } of sources.categories) {
    for (const name of sectionAliases.get(slug) ?? []) addOld(name)
  }
  for (const source of sources.pages) {
    add(linksOf(source).staticPage(source.slug), undefined, source)
    for (const name of namesOf(source)) addOld(name, undefined, source)
  }
  /** When the articles on a tag come, by the tag's page. */
  const tagged = new Map<string, number[]>()
  for (const source of sources.articles) {
    const from = publishedFrom(source, site.timeZone)
    const links = linksOf(source)
    const { path: folder } = shownIn(source, site)
    const { category, authors, contributors, series, tags } = source.data
    const place = articlePlace(source)
    add(links.article(place), from, source)
    add(links.category(place.category.slug), from)
    const aliases = aliasesOf(source).map(({ name }) => name)
    const own = { slug: source.slug, category: { slug: String(category) }, aliases }
    for (const name of own.aliases) addOld(name, from, source)
    for (const section of sectionAliases.get(own.category.slug) ?? [])
      for (const path of oldPathsIn(section, own)) {
        addOld(path, from, source)
        if (folder !== '') addOld(`/${folder}${path}`, from, source)
      }
    for (const author of texts(authors)) add(links.author(author), from)
    for (const author of fieldsOf(contributors, 'author')) add(links.author(author), from)
    for (const entry of files.entries.get(source.file) ?? [])
      for (const author of texts(entry.data.authors))
        add(links.author(author), Math.max(from, entryFrom(entry, site.timeZone)))
    for (const page of new Set(texts(tags).map((tag) => links.tag(slugOfTag(tag))))) {
      const moments = tagged.get(page)
      if (moments) moments.push(from)
      else tagged.set(page, [from])
    }
    for (const slug of fieldsOf([series], 'slug')) add(links.series(slug), from)
    if (Number.isFinite(from)) {
      const month = monthOf(new Date(from), site.timeZone)
      add(links.month(month), from)
      add(links.year(month.slice(0, 4)), from)
    }
  }
  for (const [page, moments] of tagged) {
    const enough = moments.sort((a, b) => a - b)[site.output.tagPagesFrom - 1]
    if (enough !== undefined) add(page, enough)
  }
  const alsoAt = (page: string, old: string) => {
    const listed = addresses.get(unescaped(page))
    if (listed) addOld(old, listed.from)
  }
  for (const { links, path: folder } of languages) {
    // In a further language an old address of a list counts below its folder too.
    const moved = (page: string, name: string) => {
      alsoAt(page, name)
      if (folder !== '' && isFolder(name)) alsoAt(page, `/${folder}${name}`)
    }
    for (const source of sources.categories)
      if (folder !== '') for (const name of namesOf(source)) moved(links.category(source.slug), name)
    for (const source of sources.authors)
      for (const name of namesOf(source)) moved(links.author(source.slug), name)
    for (const source of sources.series)
      for (const name of namesOf(source)) moved(links.series(source.slug), name)
    for (const { name, path } of tagAliasesOf(files)) moved(links.tag(slugOfTag(String(path[0]))), name)
    // Where tags were before their signs were spoken.
    for (const [tag, slug] of tagSlugs) alsoAt(links.tag(slug), `/tag/${slugify(tag)}/`)
  }
  // What would be at the root if its language had no chrome leads on from there.
  for (const { path } of languages.slice(1)) {
    const folder = main.publicFile(`${path}/`)
    for (const [address, { from, source }] of [...addresses])
      if (address.startsWith(folder)) addOld(`/${address.slice(folder.length)}`, from, source)
  }
  return addresses
}

/** The schema tells of old addresses that are none. */
function namesOf(source: Source): string[] {
  return aliasesOf(source).flatMap(({ name }) => (isAlias(name) ? [name] : []))
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
