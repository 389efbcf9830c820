import { languagesOf } from '#domain/languages.ts'
import { linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { commentsFileOf } from './read-comments.ts'
import { isError, NewsroomError, type Problem } from './problem.ts'
import { type Collection, type NewsroomFiles, slugOf } from './read-newsroom.ts'
import type { Source } from './source.ts'

/** What keeps pages from being shown to an author at work. */
export interface Mistakes {
  /** Errors by the page's path, without escapes, the base of the site in front. */
  at: ReadonlyMap<string, readonly Problem[]>
  /** What keeps all of them back: settings that cannot be used. */
  everywhere: readonly Problem[]
  all: readonly Problem[]
}

export const NO_MISTAKES: Mistakes = { at: new Map(), everywhere: [], all: [] }

/** The files with an error, and the articles that name an author, a category or a series with one, by what keeps each back. */
export function brokenFiles(
  { sources }: Pick<NewsroomFiles, 'sources'>,
  problems: readonly Problem[],
): Map<string, readonly Problem[]> {
  const broken = new Map<string, readonly Problem[]>(
    Map.groupBy(problems.filter(isError), ({ file }) => file),
  )
  if (broken.size === 0) return broken
  const at = (list: readonly Source[]) =>
    new Map(list.map(({ slug, file }) => [slug, broken.get(file) ?? []] as const))
  const authors = at(sources.authors)
  const categories = at(sources.categories)
  const series = at(sources.series)
  for (const { file, data } of sources.articles) {
    const named = [
      ...slugsIn(data.category).flatMap((slug) => categories.get(slug) ?? []),
      ...[...slugsIn(data.authors), ...slugsIn(data.contributors, 'author')].flatMap(
        (slug) => authors.get(slug) ?? [],
      ),
      ...slugsIn(data.series, 'slug').flatMap((slug) => series.get(slug) ?? []),
    ]
    if (named.length > 0) broken.set(file, [...(broken.get(file) ?? []), ...new Set(named)])
  }
  return broken
}

/** Where each of them is seen. What has no page of its own, the config say, is seen on the front page. */
export function mistakesIn(
  { folder, sources, entries }: NewsroomFiles,
  broken: ReadonlyMap<string, readonly Problem[]>,
  site: Site,
): Mistakes {
  if (broken.size === 0) return NO_MISTAKES
  const everyLanguage = languagesOf(site).map((language) => ({
    locale: language.locale,
    links: linksFor(site, language),
  }))
  const start = (collection: Collection) => `${folder[collection].slice(folder.root.length + 1)}/`
  const categories = new Set([
    ...sources.categories.map(({ slug }) => slug),
    ...[...broken.keys()].filter((file) => file.startsWith(start('categories'))).map(slugOf),
  ])
  const articleOf = new Map([
    ...sources.articles.map(({ file }): [string, string] => [commentsFileOf(file), file]),
    ...[...entries].flatMap(([article, own]) => own.map(({ file }): [string, string] => [file, article])),
  ])
  const pathsIn = (file: string, { locale, links }: (typeof everyLanguage)[number]): string[] => {
    const slug = slugOf(articleOf.get(file) ?? file)
    // Its category or its language may be what is wrong, or not be read: the article is looked for where it was.
    if (file.startsWith(start('articles')))
      return [...categories].map((category) =>
        links.article({ slug, category: { slug: category }, lang: locale }),
      )
    if (file.startsWith(start('authors'))) return [links.author(slug)]
    if (file.startsWith(start('categories'))) return [links.category(slug)]
    if (file.startsWith(start('series'))) return [links.series(slug)]
    if (file.startsWith(start('pages'))) return [links.staticPage(slug)]
    return [links.front()]
  }
  const pathsOf = (file: string) => everyLanguage.flatMap((language) => pathsIn(file, language))
  const at = new Map<string, Problem[]>()
  for (const [file, why] of broken) {
    for (const path of pathsOf(file)) at.set(decodeURI(path), [...(at.get(decodeURI(path)) ?? []), ...why])
  }
  return { at, everywhere: [], all: [...new Set([...broken.values()].flat())] }
}

/** What keeps pages back until the store is filled: new mistakes, and those whose pages it does not hold yet. */
export function bothMistakes(before: Mistakes, now: Mistakes): Mistakes {
  return { ...now, at: new Map([...before.at, ...now.at]) }
}

/** Of settings that cannot be used. */
export function mistakeEverywhere(error: unknown): Mistakes {
  const everywhere = error instanceof NewsroomError ? error.problems : []
  return { at: new Map(), everywhere, all: everywhere }
}

/** The texts that a value, or the `key` of it or of each of its items, may be. */
function slugsIn(value: unknown, key?: string): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values
    .map((item: unknown) =>
      key === undefined ? item : (item as Record<string, unknown> | null | undefined)?.[key],
    )
    .filter((item) => typeof item === 'string')
}
