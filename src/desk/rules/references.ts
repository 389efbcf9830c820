import { nearest } from '#domain/nearest.ts'
import type { Site } from '#domain/site.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/** What an article names, and where it lives. */
const HOMES = {
  author: 'Authors live in src/content/authors/',
  category: 'Categories live in src/content/categories/',
  series: 'Series live in src/content/series/',
}
type Named = keyof typeof HOMES

/** Authors, categories and series that an article or the site's config names must be there. */
export function checkReferences({ sources }: NewsroomFiles, site: Site): Problem[] {
  const slugsOf = (files: Source[]) => files.map(({ slug }) => slug)
  const known = {
    author: slugsOf(sources.authors),
    category: slugsOf(sources.categories),
    series: slugsOf(sources.series),
  }
  return [
    ...sources.articles.flatMap((source) => inArticle(source, known)),
    ...inConfig(site, known.category),
  ]
}

function inArticle(source: Source, known: Record<Named, string[]>): Problem[] {
  const { category, authors, contributors, series } = source.data
  const problems: Problem[] = []
  const mustBeKnown = (what: Named, value: unknown, path: (string | number)[]) => {
    if (typeof value !== 'string' || known[what].includes(value)) return
    problems.push({
      file: source.file,
      ...source.placeOf(path),
      message: tellUnknown(what, value, known[what]),
    })
  }
  mustBeKnown('category', category, ['category'])
  for (const [i, author] of list(authors)) mustBeKnown('author', author, ['authors', i])
  for (const [i, contributor] of list(contributors)) {
    mustBeKnown('author', (contributor as { author?: unknown } | null)?.author, ['contributors', i, 'author'])
  }
  mustBeKnown('series', (series as { slug?: unknown } | null | undefined)?.slug, ['series', 'slug'])
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

function tellUnknown(what: Named, value: string, known: string[]): string {
  const near = nearest(value, known)
  return `${what} "${value}" is not known.${near ? ` Did you mean "${near}"?` : ''} ${HOMES[what]}, one file each.`
}

function list(value: unknown): [number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : []
}
