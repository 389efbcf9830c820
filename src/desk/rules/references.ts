import { nearest } from '#domain/nearest.ts'
import type { Site } from '#domain/site.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/** Authors and categories that an article or the site's config names must be there. */
export function checkReferences({ sources }: NewsroomFiles, site: Site): Problem[] {
  const categories = sources.categories.map(({ slug }) => slug)
  const authors = sources.authors.map(({ slug }) => slug)
  return [
    ...sources.articles.flatMap((source) => inArticle(source, categories, authors)),
    ...inConfig(site, categories),
  ]
}

function inArticle(source: Source, categories: string[], authors: string[]): Problem[] {
  const { category, authors: named, contributors } = source.data
  const problems: Problem[] = []
  const mustBeKnown = (
    what: 'author' | 'category',
    value: unknown,
    known: string[],
    path: (string | number)[],
  ) => {
    if (typeof value !== 'string' || known.includes(value)) return
    problems.push({ file: source.file, ...source.placeOf(path), message: tellUnknown(what, value, known) })
  }
  mustBeKnown('category', category, categories, ['category'])
  for (const [i, author] of list(named)) mustBeKnown('author', author, authors, ['authors', i])
  for (const [i, contributor] of list(contributors)) {
    mustBeKnown('author', (contributor as { author?: unknown } | null)?.author, authors, [
      'contributors',
      i,
      'author',
    ])
  }
  return problems
}

function inConfig(site: Site, categories: string[]): Problem[] {
  const named = [
    ...site.menu.flatMap((item, i) =>
      typeof item === 'string' ? [{ key: `menu.${i}`, category: item }] : [],
    ),
    ...site.frontPage.sections.map(({ category }, i) => ({
      key: `frontPage.sections.${i}.category`,
      category,
    })),
  ]
  return named
    .filter(({ category }) => !categories.includes(category))
    .map(({ key, category }) => ({
      file: 'src/site.config.ts',
      line: 1,
      column: 1,
      message: `${key}: ${tellUnknown('category', category, categories)}`,
    }))
}

function tellUnknown(what: 'author' | 'category', value: string, known: string[]): string {
  const near = nearest(value, known)
  const folder =
    what === 'author' ? 'Authors live in src/content/authors/' : 'Categories live in src/content/categories/'
  return `${what} "${value}" is not known.${near ? ` Did you mean "${near}"?` : ''} ${folder}, one file each.`
}

function list(value: unknown): [number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : []
}
