import { type Language, languagesOf } from '#domain/languages.ts'
import type { Site } from '#domain/site.ts'
import { isSlug, slugify } from '#domain/slug.ts'
import { tagSlug } from '#domain/tag-slug.ts'
import { addressOf, allAliases } from '../aliases.ts'
import { shownIn } from '../article-place.ts'
import { fixedNames, isMade } from '../fixed-names.ts'
import { tagsNamed } from '../named.ts'
import type { Problem } from '../problem.ts'
import { COLLECTIONS, type NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/** File names that can stand in an address, and addresses that nothing else has. */
export async function checkRoutes(files: NewsroomFiles, site: Site): Promise<Problem[]> {
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

  const lists = new Map<string, string>([
    ['/', 'the front page'],
    ...tagAddresses(sources.articles),
    ...sources.authors.map(({ slug, file }): [string, string] => [`/author/${slug}/`, file]),
    ...sources.series.map(({ slug, file }): [string, string] => [`/series/${slug}/`, file]),
    ...[...fixed].map((route): [string, string] => [`/${route}/`, 'the site itself']),
    ...[...sources.categories, ...sources.pages].map((source): [string, string] => [
      `/${source.slug}/`,
      source.file,
    ]),
  ])
  // An article in a further language has its address, and one at the root that leads there.
  const articles = new Map(
    sources.articles.flatMap((source) => {
      const path = `/${String(source.data.category)}/${source.slug}/`
      return [path, addressBelow(shownIn(source, site), path)].map((address) => [address, source.file])
    }),
  )
  const madeAt = (address: string) =>
    lists.get(address) ??
    (isMade(address, fixed, categories) ? 'a page that the site makes itself' : undefined)
  for (const { source, name, path } of allAliases(files)) {
    const address = addressOf(name)
    const owner =
      articles.get(address) ??
      languagesOf(site).flatMap((language) => madeAt(unprefixed(address, language)) ?? [])[0]
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

/** An address of the root as it is in a language. */
function addressBelow({ path }: Language, address: string): string {
  return path === '' ? address : `/${path}${address}`
}

/** An address in a language as it is at the root; one that is not below the folder of the language as it stands. */
function unprefixed(address: string, { path }: Language): string {
  return path !== '' && address.startsWith(`/${path}/`) ? address.slice(path.length + 1) : address
}

/** The address of every tag, and an article that has it. */
function tagAddresses(articles: readonly Source[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const article of articles)
    for (const tag of tagsNamed(article)) if (!owners.has(tag)) owners.set(tag, article.file)
  return new Map([...owners].map(([tag, file]) => [`/tag/${tagSlug(tag)}/`, `the tag "${tag}" of ${file}`]))
}
