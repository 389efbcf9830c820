import { permanentName } from '#domain/permanent-id.ts'
import { aliasesOf, allAliases, type Named, sameCase } from '../aliases.ts'
import type { Site } from '#domain/site.ts'
import { shownIn } from '../article-place.ts'
import type { Problem } from '../problem.ts'
import { COLLECTIONS, type NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/**
 * No two files of a collection share a slug, no two files at all an alias, and
 * no two articles of a language a part of a series, no two the name by which feed readers know them.
 * Case makes no difference, as many file systems and servers ignore it.
 */
export function checkDuplicates(files: NewsroomFiles, site: Site): Problem[] {
  const { sources } = files
  return [
    ...COLLECTIONS.flatMap((collection) => {
      const slugs = sources[collection].map((source) => ({ source, name: source.slug, path: [] }))
      return repeated(
        slugs,
        (slug, other) => `the slug "${slug}" is taken by ${other} too. Rename one of the two files.`,
      )
    }),
    ...repeated(
      allAliases(files),
      (alias, other) => `the alias "${alias}" is also in ${other}. Keep it in one of the two.`,
    ),
    ...repeated(
      sources.articles.flatMap((source) => partOf(source, site)),
      (part, other) => `${part} is ${other} too. Give each part a number of its own.`,
    ),
    ...repeated(
      withoutSameSlugs(sources.articles).map(feedNameOf),
      (name, other) =>
        `feed readers know this article as "${name}", and ${other} too. Give the newer of the two an "id" of its own.`,
    ),
  ]
}

function partOf(source: Source, site: Site): Named[] {
  const { slug, part } = (source.data.series ?? {}) as { slug?: unknown; part?: unknown }
  if (typeof slug !== 'string' || typeof part !== 'number') return []
  const name = `part ${part} of the series "${slug}"`
  return [{ source, name, key: `${name} ${shownIn(source, site).path}`, path: ['series', 'part'] }]
}

/** By an "id", or by the name that an article had before another took it. */
function feedNameOf(source: Source): Named {
  const { id } = source.data
  const aliases = aliasesOf(source).map(({ name }) => name)
  const name = permanentName({ id: typeof id === 'string' ? id : undefined, slug: source.slug, aliases })
  const path = id === undefined ? (name === source.slug ? [] : ['aliases', 0]) : ['id']
  return { source, name, key: name, path }
}

/** One file of each slug, as files of one slug are reported as such. */
function withoutSameSlugs(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [sameCase(source.slug), source])).values()]
}

function repeated(named: Named[], message: (name: string, other: string) => string): Problem[] {
  const first = new Map<string, Named>()
  const problems: Problem[] = []
  for (const item of named) {
    const key = item.key ?? sameCase(item.name)
    const other = first.get(key)
    if (!other) {
      first.set(key, item)
      continue
    }
    // Both files are named, so that neither author has to look for the other.
    problems.push(
      {
        file: other.source.file,
        ...other.source.placeOf(other.path),
        message: message(other.name, item.source.file),
      },
      {
        file: item.source.file,
        ...item.source.placeOf(item.path),
        message: message(item.name, other.source.file),
      },
    )
  }
  return problems
}
