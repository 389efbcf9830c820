import { basename, dirname } from 'node:path'
import { allAliases } from '#desk/aliases.ts'
import { unescaped } from '#desk/addresses.ts'
import { type Collection, entriesOfAll } from '#desk/read-newsroom.ts'
import type { Source } from '#desk/source.ts'
import { languagesOf } from '#domain/languages.ts'
import { linksFor } from '#domain/links.ts'
import { nearest } from '#domain/nearest.ts'
import { isSlug, slugify } from '#domain/slug.ts'
import type { EditedFile } from './edited-file.ts'
import { folderMove, type Move } from './moved-href.ts'
import type { NewsroomEdits } from './newsroom-edits.ts'

/** Files of a collection whose names other files name. */
const LISTS = {
  category: { collection: 'categories', folder: '/' },
  author: { collection: 'authors', folder: '/author/' },
  series: { collection: 'series', folder: '/series/' },
} as const satisfies Record<string, { collection: Collection; folder: string }>
export type ListFile = keyof typeof LISTS

/**
 * Gives a category, an author or a series another name, with all that names it.
 * @throws Error when there is none of the old name, or one of the new
 */
export function planListFile(edits: NewsroomEdits, kind: ListFile, from: string, to: string): void {
  const { collection, folder } = LISTS[kind]
  const { sources } = edits.files
  const source = sourceNamed(sources[collection], kind, from)
  mustBeFree(sources[collection], kind, to)
  const [oldPath, newPath] = [`${folder}${from}/`, `${folder}${to}/`]
  keepAddress(edits.edit(source.file), source, oldPath, newPath)
  edits.moves.push({ from: source.file, to: `${dirname(source.file)}/${to}.yml` })
  for (const text of [...sources.articles, ...entriesOfAll(edits.files)]) {
    for (const path of placesIn(text, kind, from)) edits.edit(text.file).set(path, to)
  }
  const move = moveInLanguages(edits, source, oldPath, newPath)
  const links = linksFor(edits.site)
  edits.mendLinks(move, from, (place) => {
    const isMoved = kind === 'category' && place.category.slug === from
    return links.article(isMoved ? { ...place, category: { slug: to } } : place)
  })
  edits.mendConfig(move, kind === 'category' ? { from, to } : undefined)
}

/** A list has moved below the folder of each language of the outlet. */
function moveInLanguages(edits: NewsroomEdits, source: Source, oldPath: string, newPath: string): Move {
  const moves = languagesOf(edits.site).map(({ path }) => {
    const [from, to] = [oldPath, newPath].map((one) => (path === '' ? one : `/${path}${one}`)) as [
      string,
      string,
    ]
    return folderMove(from, to, otherAliases(edits, source, from))
  })
  return (path) => moves.map((move) => move(path)).find((to) => to !== undefined)
}

/** The file of a name. */
export function sourceNamed(sources: readonly Source[], what: string, name: string): Source {
  const source = sources.find(({ slug }) => slug === name)
  if (source) return source
  const near = nearest(
    name,
    sources.map(({ slug }) => slug),
  )
  throw new Error(`There is no ${what} "${name}".${near ? ` Did you mean "${near}"?` : ''}`)
}

/** The new name can stand in an address, and no other file has it. */
export function mustBeFree(sources: readonly Source[], what: string, name: string): void {
  if (!isSlug(name)) {
    const better = slugify(name)
    throw new Error(`"${name}" cannot stand in an address.${better ? ` Write "${better}".` : ''}`)
  }
  const taken = sources.find(({ slug }) => slug === name)
  if (taken) throw new Error(`The ${what} "${name}" is there already: ${taken.file}.`)
}

/** Puts the old address among the aliases of a file, in the place of the new one where that was an alias. */
export function keepAddress(
  file: EditedFile,
  source: Source,
  oldPath: string,
  newPath: string,
  field = 'aliases',
): void {
  const known = source.data[field]
  const aliases = Array.isArray(known) ? known.map(String) : []
  const again = aliases.findIndex((alias) => isSame(alias, newPath))
  const isKept = aliases.some((alias) => isSame(alias, oldPath))
  if (again !== -1) file.set([field, again], oldPath)
  else if (!isKept) file.append(field, oldPath)
}

/** Old addresses below a folder that others have: what links to them must not be mended. */
export function otherAliases(edits: NewsroomEdits, own: Source | undefined, folder: string): Set<string> {
  const others = allAliases(edits.files).filter(({ source }) => source !== own)
  return new Set(
    others.map(({ name }) => unescaped(name).replace(/\/?$/, '/')).filter((path) => path.startsWith(folder)),
  )
}

export function isSame(alias: string, path: string): boolean {
  return unescaped(alias).replace(/\/?$/, '/') === path
}

/** The fields of an article, or of an entry, in which a category, an author or a series is named. */
function placesIn({ data }: Source, kind: ListFile, name: string): (string | number)[][] {
  if (kind === 'category') return data.category === name ? [['category']] : []
  if (kind === 'series')
    return (data.series as { slug?: unknown } | undefined)?.slug === name ? [['series', 'slug']] : []
  const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [])
  return [
    ...list(data.authors).flatMap((author, i) => (author === name ? [['authors', i]] : [])),
    ...list(data.contributors).flatMap((one, i) =>
      (one as { author?: unknown } | null)?.author === name ? [['contributors', i, 'author']] : [],
    ),
  ]
}

/** A file's name, or its folder's for `slug/index.md`, as it is given: by its name, its path or its address. */
export function slugGiven(given: string): string {
  const path = given.replace(/\/(index\.(md|html))?$/, '')
  return basename(path).replace(/\.md$/, '')
}
