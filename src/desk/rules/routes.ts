import { isSlug, slugify } from '#domain/slug.ts'
import { tagSlug } from '#domain/tag-slug.ts'
import { addressOf, allAliases } from '../aliases.ts'
import { fixedNames, isMade } from '../fixed-names.ts'
import { tagsNamed } from '../named.ts'
import type { Problem } from '../problem.ts'
import { COLLECTIONS, type NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/** File names that can stand in an address, and addresses that nothing else has. */
export async function checkRoutes(files: NewsroomFiles): Promise<Problem[]> {
  const { folder, sources } = files
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
    ...tagAddresses(sources.articles),
    ...sources.authors.map(({ slug, file }): [string, string] => [`/author/${slug}/`, file]),
    ...sources.series.map(({ slug, file }): [string, string] => [`/series/${slug}/`, file]),
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
  for (const { source, name, path } of allAliases(files)) {
    const address = addressOf(name)
    const owner =
      taken.get(address) ??
      (isMade(address, fixed, categories) ? 'a page that the site makes itself' : undefined)
    const itself = source.file.startsWith('articles/') ? 'this very article' : 'this very file'
    if (owner)
      complain(
        source,
        `the alias "${name}" is the address of ${owner === source.file ? itself : owner}. Take it out.`,
        path,
      )
  }
  return problems
}

/** The address of every tag, and an article that has it. */
function tagAddresses(articles: readonly Source[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const article of articles)
    for (const tag of tagsNamed(article)) if (!owners.has(tag)) owners.set(tag, article.file)
  return new Map([...owners].map(([tag, file]) => [`/tag/${tagSlug(tag)}/`, `the tag "${tag}" of ${file}`]))
}
