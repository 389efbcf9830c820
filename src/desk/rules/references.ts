import { basename } from 'node:path'
import { nearest } from '#domain/nearest.ts'
import type { Site } from '#domain/site.ts'
import type { NewsroomFolder } from '../folder.ts'
import { isError, type Problem } from '../problem.ts'
import { entriesOfAll, type NewsroomFiles } from '../read-newsroom.ts'
import { settingPlaces } from '../setting-places.ts'
import type { Source } from '../source.ts'

/** What an article names, and where it lives. */
const HOMES = {
  author: 'Authors live in src/content/authors/',
  category: 'Categories live in src/content/categories/',
  series: 'Series live in src/content/series/',
}
type Named = keyof typeof HOMES

interface Known {
  slugs: string[]
  /** Slugs of files that are there but could not be read, which is reported elsewhere. */
  unreadable: ReadonlySet<string>
}

/** Authors, categories and series that an article or the site's config names must be there. */
export async function checkReferences(files: NewsroomFiles, site: Site): Promise<Problem[]> {
  const { folder, sources, problems } = files
  const unread = problems.filter(isError)
  const knownIn = (files: Source[], home: string): Known => ({
    slugs: files.map(({ slug }) => slug),
    unreadable: new Set(
      unread
        .filter(({ file }) => file.startsWith(home))
        .map(({ file }) => basename(file).replace(/\..*$/, '')),
    ),
  })
  const known = {
    author: knownIn(sources.authors, 'src/content/authors/'),
    category: knownIn(sources.categories, 'src/content/categories/'),
    series: knownIn(sources.series, 'src/content/series/'),
  }
  return [
    ...sources.articles.flatMap((source) => inArticle(source, known)),
    ...entriesOfAll(files).flatMap((source) => inEntry(source, known, sources.articles)),
    ...(await inConfig(site, known.category, folder)),
  ]
}

function inArticle(source: Source, known: Record<Named, Known>): Problem[] {
  const { category, contributors, series } = source.data
  const unknown = (what: Named, value: unknown, path: Path) =>
    unknownAt(source, path, what, value, known[what])
  return [
    ...unknown('category', category, ['category']),
    ...unknownAuthors(source, known.author),
    ...list(contributors).flatMap(([i, contributor]) =>
      unknown('author', (contributor as { author?: unknown } | null)?.author, ['contributors', i, 'author']),
    ),
    ...unknown('series', (series as { slug?: unknown } | null | undefined)?.slug, ['series', 'slug']),
  ]
}

function inEntry(source: Source, known: Record<Named, Known>, articles: Source[]): Problem[] {
  const names = articles.map(({ slug }) => slug)
  return [
    ...unknownAuthors(source, known.author),
    ...['coverage', 'article'].flatMap((field) => {
      const value = source.data[field]
      if (typeof value !== 'string' || names.includes(value)) return []
      const near = nearest(value, names)
      const message = `${field} "${value}" is not known.${near ? ` Did you mean "${near}"?` : ''} It is the name of a file of articles/, without its ending.`
      return [{ file: source.file, ...source.placeOf([field]), message }]
    }),
  ]
}

type Path = (string | number)[]

function unknownAuthors(source: Source, known: Known): Problem[] {
  return list(source.data.authors).flatMap(([i, author]) =>
    unknownAt(source, ['authors', i], 'author', author, known),
  )
}

function unknownAt(
  { file, placeOf }: Source,
  path: Path,
  what: Named,
  value: unknown,
  known: Known,
): Problem[] {
  if (typeof value !== 'string' || isKnown(value, known)) return []
  return [{ file, ...placeOf(path), ...tellUnknown(what, value, known) }]
}

async function inConfig(site: Site, categories: Known, { siteConfig }: NewsroomFolder): Promise<Problem[]> {
  const named = [
    ...site.menu.flatMap((item, i) =>
      typeof item === 'string' ? [{ path: ['menu', i], category: item }] : [],
    ),
    ...site.frontPage.sections.map(({ category }, i) => ({
      path: ['frontPage', 'sections', i, 'category'],
      category,
    })),
  ].filter(({ category }) => !isKnown(category, categories))
  if (named.length === 0) return []
  const { placeOf } = await settingPlaces(siteConfig)
  return named.map(({ path, category }) => {
    const { message, cause } = tellUnknown('category', category, categories)
    const file = 'src/site.config.ts'
    return { file, ...placeOf(path), message: `${path.join('.')}: ${message}`, cause }
  })
}

function isKnown(value: string, { slugs, unreadable }: Known): boolean {
  return slugs.includes(value) || unreadable.has(value)
}

function tellUnknown(what: Named, value: string, { slugs }: Known): { message: string; cause: string } {
  const home = `${HOMES[what]}, one file each.`
  if (slugs.length === 0)
    return { message: `${what} "${value}" is not known: there is none at all. ${home}`, cause: `no ${what}` }
  const near = nearest(value, slugs)
  const message = `${what} "${value}" is not known.${near ? ` Did you mean "${near}"?` : ''} ${home}`
  return { message, cause: `${what} ${value}` }
}

function list(value: unknown): [number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : []
}
