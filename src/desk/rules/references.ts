import { basename } from 'node:path'
import { nearest } from '#domain/nearest.ts'
import type { Site } from '#domain/site.ts'
import type { NewsroomFolder } from '../folder.ts'
import { isError, type Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
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
export async function checkReferences(
  { folder, sources, problems }: NewsroomFiles,
  site: Site,
): Promise<Problem[]> {
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
    ...(await inConfig(site, known.category, folder)),
  ]
}

function inArticle(source: Source, known: Record<Named, Known>): Problem[] {
  const { category, authors, contributors, series } = source.data
  const problems: Problem[] = []
  const mustBeKnown = (what: Named, value: unknown, path: (string | number)[]) => {
    if (typeof value !== 'string' || isKnown(value, known[what])) return
    problems.push({ file: source.file, ...source.placeOf(path), ...tellUnknown(what, value, known[what]) })
  }
  mustBeKnown('category', category, ['category'])
  for (const [i, author] of list(authors)) mustBeKnown('author', author, ['authors', i])
  for (const [i, contributor] of list(contributors)) {
    mustBeKnown('author', (contributor as { author?: unknown } | null)?.author, ['contributors', i, 'author'])
  }
  mustBeKnown('series', (series as { slug?: unknown } | null | undefined)?.slug, ['series', 'slug'])
  return problems
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
