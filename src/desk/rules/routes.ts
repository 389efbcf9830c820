import { isSlug, slugify } from '#domain/slug.ts'
import { addressOf, aliasesOf } from '../aliases.ts'
import { fixedNames, isMade } from '../fixed-names.ts'
import type { Problem } from '../problem.ts'
import { COLLECTIONS, type NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/** File names that can stand in an address, and addresses that nothing else has. */
export async function checkRoutes({ folder, sources }: NewsroomFiles): Promise<Problem[]> {
  const problems: Problem[] = []
  const complain = (source: Source, message: string, path: (string | number)[] = []) =>
    problems.push({ file: source.file, ...source.placeOf(path), message })
  const { fixed, clashing } = await fixedNames(folder)
  for (const name of clashing) {
    problems.push({
      file: `public/${name}`,
      line: 1,
      column: 1,
      message: 'The site makes a file or folder of this name itself. Rename this one, or take it out.',
    })
  }

  for (const source of COLLECTIONS.flatMap((collection) => sources[collection])) {
    if (isSlug(source.slug)) continue
    const better = slugify(source.slug.replace(/\.(md|markdown|ya?ml)$/i, ''))
    complain(
      source,
      `the name "${source.slug}" cannot stand in an address. ${better ? `Rename the file to "${better}".` : 'Rename the file with letters and digits.'}`,
    )
  }
  const categories = new Map(sources.categories.map((source) => [source.slug, source]))
  for (const source of [...sources.categories, ...sources.pages]) {
    if (fixed.has(source.slug))
      complain(
        source,
        `the address /${source.slug}/ belongs to the site itself, or to public/. Rename the file.`,
      )
  }
  for (const source of sources.pages) {
    const category = categories.get(source.slug)
    if (category)
      complain(
        source,
        `the address /${source.slug}/ belongs to the category in ${category.file}. Rename one of the two files.`,
      )
  }
  for (const source of sources.articles) {
    if (source.slug === 'page')
      complain(source, 'the address page/ belongs to the older pages of a category. Rename the file.')
  }

  const taken = new Map<string, string>([
    ['/', 'the front page'],
    ...[...fixed].map((route): [string, string] => [`/${route}/`, 'the site itself']),
    ...[...sources.categories, ...sources.pages].map((source): [string, string] => [
      `/${source.slug}/`,
      source.file,
    ]),
    ...sources.articles.map((source): [string, string] => [
      `/${String(source.data.category)}/${source.slug}/`,
      source.file,
    ]),
  ])
  const aliases = [...sources.articles, ...sources.categories, ...sources.pages].flatMap(aliasesOf)
  for (const { source, name, path } of aliases) {
    const address = addressOf(name)
    const owner =
      taken.get(address) ??
      (isMade(address, fixed, categories) ? 'a page that the site makes itself' : undefined)
    if (owner)
      complain(
        source,
        `the alias "${name}" is the address of ${owner === source.file ? 'this very article' : owner}. Take it out.`,
        path,
      )
  }
  return problems
}
