import { FEED_FILES } from '#domain/feed-format.ts'
import { isFolder, oldPathsIn } from '#domain/old-paths.ts'
import { addressOf, aliasesOf, allAliases, type Named, tagAliasesOf } from '../aliases.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/**
 * Below an old address of a category, an author, a series or a tag lie its feeds and numbered pages, and below that of
 * a category its articles: an alias of anything else cannot lead from there to another place.
 */
export function checkAddressesBelow(files: NewsroomFiles): Problem[] {
  const { categories, authors, series, articles } = files.sources
  const lists = new Map<string, Named>()
  const named = [...[...categories, ...authors, ...series].flatMap(aliasesOf), ...tagAliasesOf(files)]
  for (const alias of named)
    if (isReadable(alias.name) && isFolder(alias.name)) lists.set(keyOf(alias), alias)
  if (lists.size === 0) return []
  const articleOf = articlesBelow(categories, articles)

  return allAliases(files).flatMap((alias): Problem[] => {
    const { source, name, path } = alias
    const key = keyOf(alias)
    const article = articleOf.get(key)
    const list = lists.get(listAbove(key) ?? '')
    const what = article
      ? article !== source && `an old address of ${article.file}`
      : list && `an old address of a feed or a page of ${list.source.file}`
    if (!what) return []
    const message = `the alias "${name}" is also ${what}, by an alias of its list. Take one of the two out.`
    return [{ file: source.file, ...source.placeOf(path), message }]
  })
}

/** The articles by where they were before their sections were renamed. */
function articlesBelow(categories: readonly Source[], articles: readonly Source[]): Map<string, Source> {
  const aliasesIn = new Map(categories.map((source) => [source.slug, aliasesOf(source)]))
  const found = new Map<string, Source>()
  for (const source of articles) {
    const category = String(source.data.category)
    for (const { name } of aliasesIn.get(category) ?? []) {
      if (!isReadable(name)) continue
      const own = { slug: source.slug, category: { slug: category }, aliases: namesOf(source) }
      for (const path of oldPathsIn(name, own)) found.set(addressOf(path), source)
    }
  }
  return found
}

/** The folder of the list whose feed or numbered page has this address, if any has. */
function listAbove(address: string): string | undefined {
  const numbered = /^(.*\/)page\/\d+\/$/.exec(address)
  if (numbered) return numbered[1]
  const [, folder, file] = /^(.*\/)([^/]+)\/$/.exec(address) ?? []
  return FEED_FILES.some((name) => name === file) ? folder : undefined
}

function keyOf({ key = '' }: Named): string {
  return key
}

function namesOf(source: Source): string[] {
  return aliasesOf(source).flatMap(({ name }) => (isReadable(name) ? [name] : []))
}

/** The schema tells of those that are not. */
function isReadable(alias: string): boolean {
  try {
    return decodeURI(alias).startsWith('/')
  } catch {
    return false
  }
}
