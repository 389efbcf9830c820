import { type Dirent, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Comment } from '#domain/comment.ts'
import { filesBelow } from './files-below.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay, irregularFiles, irregularity } from './irregular-files.ts'
import { leftOut } from './left-out.ts'
import { articleOfEntry, strayEntry } from './live/entry-place.ts'
import { isPassedOver } from './passed-over.ts'
import { isError, lineOf, NewsroomError, type Problem } from './problem.ts'
import { readComments } from './read-comments.ts'
import { readContentFile } from './read-content-file.ts'
import { readReadership } from './read-readership.ts'
import { parseSource, type Source } from './source.ts'

export const COLLECTIONS = ['articles', 'authors', 'categories', 'series', 'pages'] as const
export type Collection = (typeof COLLECTIONS)[number]

/** A newsroom's files as they lie on disk, and what could not even be read. */
export interface NewsroomFiles {
  folder: NewsroomFolder
  sources: Record<Collection, Source[]>
  /** The old addresses of tags, where there are any. */
  tags?: Source
  /** The line of breaking news, where there is one. */
  breaking?: Source
  /** Readers' comments that lie beside articles, by the article's file. */
  comments: ReadonlyMap<string, Comment[]>
  /** Entries of live coverage in the order of their files, by the article's file; those that name no article, by ''. */
  entries: ReadonlyMap<string, Source[]>
  problems: Problem[]
}

const ENDING: Record<Collection, string> = {
  articles: '.md',
  authors: '.yml',
  categories: '.yml',
  series: '.yml',
  pages: '.md',
}

/** Reads one file of a collection, `path` on disk and `file` from the newsroom's folder, or tells what is wrong with it. */
export type ReadSource = (path: string, file: string, slug: string, entryOf?: string) => Source | Problem[]

// Without promises: for files as small as these they take longer than the reading.
const readSource: ReadSource = (path, file, slug, entryOf) =>
  parseSource(readFileSync(path), file, slug, entryOf)

/** Reads all collections, files in the order of their paths, and looks whether the readership can be read. */
export async function readNewsroom(
  folder: NewsroomFolder,
  readArticle: ReadSource = readSource,
): Promise<NewsroomFiles> {
  const files: NewsroomFiles = {
    folder,
    sources: { articles: [], authors: [], categories: [], series: [], pages: [] },
    comments: new Map(),
    entries: new Map(),
    problems: await irregularFiles(folder),
  }
  const entries: Source[] = []
  for (const collection of COLLECTIONS) {
    const read = collection === 'articles' ? readArticle : readSource
    for await (const result of sourcesOf(folder, collection, read)) {
      if (Array.isArray(result)) files.problems.push(...result)
      else if (result.entryOf === undefined) files.sources[collection].push(result)
      else entries.push(result)
    }
  }
  for await (const result of entriesOfNamed(folder, files.sources.articles)) {
    if (Array.isArray(result)) files.problems.push(...result)
    else entries.push(result)
  }
  files.entries = Map.groupBy(entries, ({ entryOf = '' }) => entryOf)
  const { comments, problems } = await readComments(
    folder,
    files.sources.articles.map(({ file }) => file),
  )
  files.comments = comments
  files.problems.push(...problems)
  for (const name of ['tags', 'breaking'] as const) {
    const source = await readContentFile(folder, folder[name])
    if (Array.isArray(source)) files.problems.push(...source)
    else if (source) files[name] = source
  }
  await readReadership(folder).catch((error: unknown) => {
    if (!(error instanceof NewsroomError)) throw error
    files.problems.push(...error.problems)
  })
  // A fault on the way to a folder is one of each collection below it.
  files.problems = [...new Map(files.problems.map((problem) => [lineOf(problem), problem])).values()]
  return files
}

/**
 * The same, for what must not take a file that cannot be read for one that is not there.
 * @throws NewsroomError when a file could not be read
 */
export async function readWholeNewsroom(folder: NewsroomFolder): Promise<NewsroomFiles> {
  const files = await readNewsroom(folder)
  if (files.problems.some(isError)) throw new NewsroomError(files.problems)
  return files
}

/**
 * The files of one collection in the order of their paths: each read, or what is wrong with it. Among articles are the
 * entries of live coverage, with `entryOf`.
 */
export async function* sourcesOf(
  folder: NewsroomFolder,
  collection: Collection,
  read: ReadSource = readSource,
): AsyncGenerator<Source | Problem[]> {
  yield* sourcesBelow(folder.root, folder[collection], ENDING[collection], (path, file) => {
    const entryOf = collection === 'articles' ? articleOfEntry(path) : undefined
    const article = entryOf && pathFrom(folder.root, entryOf)
    const result = read(path, file, slugOf(path), article)
    return article === undefined ? (strayEntry(result, file) ?? result) : result
  })
}

/** The entries that name their article in place of lying beside it. */
function entriesOfNamed(folder: NewsroomFolder, articles: readonly Source[]) {
  const fileOf = new Map<unknown, string>(articles.map(({ slug, file }) => [slug, file]))
  return sourcesBelow(folder.root, folder.live, '.md', (path, file) => {
    const result = readSource(path, file, slugOf(path), '')
    return Array.isArray(result) ? result : { ...result, entryOf: fileOf.get(result.data.coverage) ?? '' }
  })
}

/** The files of a collection's folder that have its ending, each read, or what is wrong with it; also what has another by mistake. */
async function* sourcesBelow(
  root: string,
  place: string,
  ending: string,
  read: (path: string, file: string) => Source | Problem[],
): AsyncGenerator<Source | Problem[]> {
  const fault = await faultOnTheWay(root, place)
  if (fault) {
    yield [fault]
    return
  }
  for await (const entry of filesBelow(place, isPassedOver)) {
    const path = join(entry.parentPath, entry.name)
    const file = pathFrom(root, path)
    const fault = faultOf(entry)
    if (fault) yield [{ file, line: 1, column: 1, message: fault }]
    else if (!entry.isFile()) continue
    else if (entry.name.endsWith(ending)) yield read(path, file)
    else {
      const problem = leftOut(entry, ending)
      if (problem) yield [{ file, line: 1, column: 1, ...problem }]
    }
  }
}

/** The name that a file has in addresses: its own without its ending, or its folder's for an `index`. */
export function slugOf(path: string): string {
  const name = basename(path, extname(path))
  return name === 'index' ? basename(dirname(path)) : name
}

/** Why what lies in a collection's folder cannot be read; undefined for nothing. */
function faultOf(entry: Dirent): string | undefined {
  const unfit = irregularity(entry)
  if (unfit) return unfit
  return entry.name.includes('\uFFFD')
    ? 'The name of this file is not in UTF-8. Rename it with letters and digits.'
    : undefined
}

/** The entries of all live coverage. */
export function entriesOfAll({ entries }: Pick<NewsroomFiles, 'entries'>): Source[] {
  return [...entries.values()].flat()
}

/** All that has a body: articles, static pages, and entries of live coverage. */
export function withBodies(files: Pick<NewsroomFiles, 'sources' | 'entries'>): Source[] {
  const { articles, pages } = files.sources
  return [...articles, ...pages, ...entriesOfAll(files)]
}
