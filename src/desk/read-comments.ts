import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Comment, type CommentPlace, commentsSchema, DEEPEST_ANSWER, placesOf } from '#domain/comment.ts'
import { knownKeys } from '#domain/known-keys.ts'
import { nearest } from '#domain/nearest.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { parseJson } from './parse-json.ts'
import { isPassedOver } from './passed-over.ts'
import type { Problem } from './problem.ts'

/** Bytes beyond which nobody has written these comments by hand or pulled them from a server. */
const LARGEST = 5_000_000

/** The file that keeps an article's comments: `slug.comments.json`, or `comments.json` beside an `index.md`. */
export function commentsFileOf(articleFile: string): string {
  return articleFile.endsWith('/index.md')
    ? articleFile.replace(/index\.md$/, 'comments.json')
    : articleFile.replace(/\.md$/, '.comments.json')
}

/** The comments kept beside articles, by the article's file, and what is wrong with them. */
export async function readComments(
  folder: NewsroomFolder,
  articleFiles: readonly string[],
): Promise<{ comments: Map<string, Comment[]>; problems: Problem[] }> {
  const articleOf = new Map(articleFiles.map((file) => [commentsFileOf(file), file]))
  const comments = new Map<string, Comment[]>()
  const problems: Problem[] = []
  for (const file of await commentFiles(folder)) {
    const article = articleOf.get(file)
    if (article === undefined) {
      problems.push({
        file,
        line: 1,
        column: 1,
        message:
          'These comments belong to no article. Name the file as the article beside it, such as slug.comments.json, or comments.json beside an index.md.',
      })
      continue
    }
    const read = parseComments(await readFile(join(folder.root, file)), file)
    if (read.problems.length > 0) problems.push(...read.problems)
    else comments.set(article, read.comments)
  }
  return { comments, problems }
}

async function commentFiles(folder: NewsroomFolder): Promise<string[]> {
  if (await faultOnTheWay(folder.root, folder.articles)) return []
  const entries = await readdir(folder.articles, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile() && /(^|\.)comments\.json$/.test(entry.name))
    .map((entry) => pathFrom(folder.root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split('/').some(isPassedOver))
    .sort()
}

/** The comments in a file's bytes, or every fault in them. */
export function parseComments(bytes: Uint8Array, file: string): { comments: Comment[]; problems: Problem[] } {
  const bad = (message: string, place = { line: 1, column: 1 }) => ({ file, ...place, message })
  if (bytes.length > LARGEST) {
    return { comments: [], problems: [bad(`The file is larger than ${LARGEST / 1e6} MB.`)] }
  }
  const text = new TextDecoder().decode(bytes)
  const parsed = parseJson(text, file)
  if ('problem' in parsed) return { comments: [], problems: [parsed.problem] }
  const { value, placeOf } = parsed
  const result = commentsSchema.safeParse(value)
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => {
          const known = nearest(key, knownKeys(commentsSchema, issue.path))
          const advice = known ? `Did you mean "${known}"?` : 'Take it out.'
          return bad(`"${key}" is not a field of a comment. ${advice}`, placeOf([...issue.path, key]))
        })
      }
      const field = String(issue.path.at(-1) ?? 'the file')
      return [bad(`"${field}" ${issue.message}.`, placeOf(issue.path))]
    })
    return { comments: [], problems }
  }
  return { comments: result.data, problems: inOrder(result.data) }

  /** No id twice, and every answer to a comment that is there, not too far below the first. */
  function inOrder(comments: Comment[]): Problem[] {
    const ids = new Set(comments.map(({ id }) => id))
    const before = new Set<string>()
    const places = placesOf(comments)
    return comments.flatMap(({ id, parent }, i): Problem[] => {
      const isTaken = before.has(id)
      before.add(id)
      if (isTaken) return [bad(`the id "${id}" is taken by another comment.`, placeOf([i, 'id']))]
      if (parent === undefined) return []
      const fault = ids.has(parent)
        ? faultOfAnswer(places.get(id))
        : `the parent "${parent}" is not in this file.`
      return fault ? [bad(fault, placeOf([i, 'parent']))] : []
    })
  }
}

function faultOfAnswer(place: CommentPlace | undefined): string | undefined {
  if (!place)
    return 'this comment answers one that answers it, or such a ring. Take "parent" out of one of them.'
  if (place.depth <= DEEPEST_ANSWER) return undefined
  return `this is an answer more than ${DEEPEST_ANSWER} answers below the first. Name the first comment as its parent.`
}
