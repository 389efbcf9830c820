import { type Comment, commentSchema } from '#domain/comment.ts'
import { asLine, asLines, faultOfLine } from '#domain/written-text.ts'

const PAGE = 100
const COUNTED_AT_ONCE = 40
const PATIENCE_MS = 15_000
const LONGEST_NAME = 100

export interface Waline {
  /** The server's address, with a slash at its end. */
  server: string
  /** The outlet's: a server may answer those alone who come from there. */
  outlet: string
}

/** How many comments the server shows for each path, in the same order. */
export async function countsOf(waline: Waline, paths: readonly string[]): Promise<number[]> {
  const counts: number[] = []
  for (let start = 0; start < paths.length; start += COUNTED_AT_ONCE) {
    const some = paths.slice(start, start + COUNTED_AT_ONCE)
    const data = await ask(waline, { type: 'count', url: some.join(',') })
    const list = Array.isArray(data) ? data : [data]
    counts.push(...some.map((_, i) => Number(list[i]) || 0))
  }
  return counts
}

/** The comments that the server shows to every reader of a path: nothing but what the schema has a place for. */
export async function approvedComments(waline: Waline, path: string): Promise<Comment[]> {
  const comments: Comment[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const query = { path, page: String(page), pageSize: String(PAGE), sortBy: 'insertedAt_asc' }
    const { totalPages, data } = (await ask(waline, query)) as { totalPages: number; data: WalineThread[] }
    pages = totalPages
    comments.push(...data.flatMap((thread) => commentsOf([thread, ...thread.children])))
  }
  return comments
}

interface WalineComment {
  objectId: number
  pid?: number | null
  nick?: string | null
  link?: string | null
  /** What the reader typed; `comment` is HTML made of it. */
  orig?: string
  time: number
  status?: string
}

interface WalineThread extends WalineComment {
  children: WalineComment[]
}

/** A thread's comments, but those of which nothing is left that can be kept. */
function commentsOf(thread: WalineComment[]): Comment[] {
  const keptIds = new Map(thread.map((comment) => [comment.objectId, keptId(comment)]))
  return thread.flatMap((comment) => toComment(comment, keptIds.get(comment.pid ?? 0)))
}

/** Unique for ever: a new database counts from 1 again. The page's script makes the same of a comment. */
function keptId({ objectId, time }: WalineComment): string {
  return `${objectId}-${Math.floor(time / 1000).toString(36)}`
}

function toComment(comment: WalineComment, parent: string | undefined): Comment[] {
  const { objectId, nick, link, orig, time, status } = comment
  if (status !== 'approved') return []
  if (orig === undefined) throw new Error(`The server does not give the plain text of comment ${objectId}.`)
  const site = commentSchema.shape.site.safeParse(link || undefined)
  const result = commentSchema.safeParse({
    id: keptId(comment),
    ...(parent !== undefined && { parent }),
    name: nameFrom(nick ?? '', objectId),
    ...(site.success && site.data && { site: site.data }),
    at: new Date(time).toISOString(),
    text: asLines(orig),
  })
  return result.success ? [result.data] : []
}

/** A reader's name as the schema takes it; one without any letter gets the comment's number. */
function nameFrom(nick: string, id: number): string {
  const name = asLine(nick)
  if (name === '') return ''
  const whole = faultOfLine(name) === undefined ? name : `${name} ${id}`
  // The cut may go through a character.
  return asLine(whole.slice(0, LONGEST_NAME))
}

async function ask({ server, outlet }: Waline, query: Record<string, string>): Promise<unknown> {
  const url = `${server}api/comment?${new URLSearchParams(query)}`
  const response = await fetch(url, {
    headers: { referer: outlet },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new Error(`The comment server at ${server} does not answer. Start it, or mend "comments.server".`, {
      cause: error,
    })
  })
  if (!response.ok) throw new Error(`${url} answers ${response.status} ${response.statusText}.`)
  const { errno, errmsg, data } = (await response.json()) as { errno: number; errmsg: string; data: unknown }
  if (errno !== 0) throw new Error(`${url}: ${errmsg}`)
  return data
}
