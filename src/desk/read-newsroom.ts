import { type Dirent, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Comment } from '#domain/comment.ts'
import { filesBelow } from './files-below.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay, irregularFiles, irregularity } from './irregular-files.ts'
import { leftOut } from './left-out.ts'
import { isPassedOver } from './passed-over.ts'
import { isError, lineOf, NewsroomError, type Problem } from './problem.ts'
import { readComments } from './read-comments.ts'
import { readReadership } from './read-readership.ts'
import { readTags } from './read-tags.ts'
import { parseSource, type Source } from './source.ts'

export const COLLECTIONS = ['articles', 'authors', 'categories', 'series', 'pages'] as const
export type Collection = (typeof COLLECTIONS)[number]

/** A newsroom's files as they lie on disk, and what could not even be read. */
export interface NewsroomFiles {
  folder: NewsroomFolder
  sources: Record<Collection, Source[]>
  /** The old addresses of tags, where there are any. */
  tags?: Source
  /** Readers' comments that lie beside articles, by the article's file. */
  comments: ReadonlyMap<string, Comment[]>
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
export type ReadSource = (path: string, file: string, slug: string) => Source | Problem[]

// Without promises: for files as small as these they take longer than the reading.
const readSource: ReadSource = (path, file, slug) => parseSource(readFileSync(path), file, slug)

/** Reads all collections, files in the order of their paths, and looks whether the readership can be read. */
export async function readNewsroom(
  folder: NewsroomFolder,
  readArticle: ReadSource = readSource,
): Promise<NewsroomFiles> {
  const files: NewsroomFiles = {
    folder,
    sources: { articles: [], authors: [], categories: [], series: [], pages: [] },
    comments: new Map(),
    problems: await irregularFiles(folder),
  }
  for (const collection of COLLECTIONS) {
    const read = collection === 'articles' ? readArticle : readSource
    for await (const result of sourcesOf(folder, collection, read)) {
      if (Array.isArray(result)) files.problems.push(...result)
      else files.sources[collection].push(result)
    }
  }
  const { comments, problems } = await readComments(
    folder,
    files.sources.articles.map(({ file }) => file),
  )
  files.comments = comments
  files.problems.push(...problems)
  const tags = await readTags(folder)
  if (Array.isArray(tags)) files.problems.push(...tags)
  else if (tags) files.tags = tags
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

/** The files of one collection in the order of their paths: each read, or what is wrong with it. */
export async function* sourcesOf(
  folder: NewsroomFolder,
  collection: Collection,
  read: ReadSource = readSource,
): AsyncGenerator<Source | Problem[]> {
  const fault = await faultOnTheWay(folder.root, folder[collection])
  if (fault) {
    yield [fault]
    return
  }
  for await (const entry of filesBelow(folder[collection], isPassedOver)) {
    const path = join(entry.parentPath, entry.name)
    const file = pathFrom(folder.root, path)
    const fault = faultOf(entry)
    if (fault) yield [{ file, line: 1, column: 1, message: fault }]
    else if (!entry.isFile()) continue
    else if (entry.name.endsWith(ENDING[collection])) yield read(path, file, slugOf(path))
    else {
      const problem = leftOut(entry, ENDING[collection])
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
