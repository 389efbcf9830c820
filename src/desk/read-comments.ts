import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LineCounter, type Node, parseDocument } from 'yaml'
import { type Comment, commentsSchema } from '#domain/comment.ts'
import { knownKeys } from '#domain/known-keys.ts'
import { nearest } from '#domain/nearest.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
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
  const lines = new LineCounter()
  // JSON is YAML too, and this parser knows where everything stands.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'json' })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const [fault] = document.errors
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const message = `This is no JSON: ${error instanceof Error ? error.message : error}. Look for a missing comma or quote.`
    // V8 tells the offset of most faults, the other parser that of the rest.
    const offset = /at position (\d+)/.exec(message)?.[1] ?? fault?.pos[0]
    return { comments: [], problems: [bad(message, offset === undefined ? undefined : at(Number(offset)))] }
  }
  const placeOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length--) {
      const range = (document.getIn(path.slice(0, length), true) as Node | undefined)?.range
      if (range) return at(range[0])
    }
    return undefined
  }
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

  /** No id twice, and every answer to a comment that is there. */
  function inOrder(comments: Comment[]): Problem[] {
    const ids = comments.map(({ id }) => id)
    return comments.flatMap(({ id, parent }, i) => [
      ...(ids.indexOf(id) < i
        ? [bad(`the id "${id}" is taken by another comment.`, placeOf([i, 'id']))]
        : []),
      ...(parent !== undefined && !ids.includes(parent)
        ? [bad(`the parent "${parent}" is not in this file.`, placeOf([i, 'parent']))]
        : []),
    ])
  }
}
