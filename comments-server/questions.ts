import { z } from 'astro/zod'

const LONGEST_LINE = 200
const LONGEST_PATH = 2000
const LONGEST_PASSWORD = 1000
const LARGEST_PAGE = 100

/** A text without the signs that no text holds, one of which ends it in SQL. */
const text = z.string().refine((value) => value.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(value))
const path = text.max(LONGEST_PATH).startsWith('/')
const id = z.int().positive()
const number = z.string().regex(/^[1-9]\d{0,8}$/)
const page = {
  page: number.optional(),
  pageSize: number.refine((size) => Number(size) <= LARGEST_PAGE).optional(),
}
const status = z.enum(['waiting', 'approved', 'spam'])
const nothing = z.strictObject({})

interface Question {
  method: string
  path: RegExp
  query: z.ZodType<Record<string, string | undefined>>
  /** Without one, the request's body is left alone. */
  body?: z.ZodType
}

/**
 * What the outlet's pages and `news` ask of Waline, each with all that it may say. Waline hands on what was sent to its
 * query builder, which takes a list such as ["LIKE", "a%"] for a condition, and fails at what it does not expect.
 */
const QUESTIONS: readonly Question[] = [
  { method: 'OPTIONS', path: /^\/api\/comment$/, query: nothing },
  {
    method: 'GET',
    path: /^\/api\/comment$/,
    query: z.union([
      z.strictObject({ path, ...page, sortBy: z.literal('insertedAt_asc').optional() }),
      // The paths of several articles, with commas between them.
      z.strictObject({ type: z.literal('count'), url: text.startsWith('/') }),
      z.strictObject({ type: z.literal('list'), status, ...page }),
    ]),
  },
  {
    method: 'POST',
    path: /^\/api\/comment$/,
    query: nothing,
    // How long what a reader writes may be, accept.ts says in words that the page's form knows.
    body: z.strictObject({
      url: path,
      ...{ nick: text, mail: text, link: text.optional(), comment: text },
      ua: text.max(LONGEST_LINE).optional(),
      pid: id.optional(),
      rid: id.optional(),
    }),
  },
  {
    method: 'PUT',
    path: /^\/api\/comment\/\d{1,15}$/,
    query: nothing,
    body: z.strictObject({ status: status.optional(), comment: text.optional() }),
  },
  { method: 'DELETE', path: /^\/api\/comment\/\d{1,15}$/, query: nothing },
  {
    method: 'POST',
    path: /^\/api\/token$/,
    query: nothing,
    body: z.strictObject({ email: text.max(LONGEST_LINE), password: text.max(LONGEST_PASSWORD) }),
  },
]

/** The question that a method and a path, without its query, ask; undefined for one that nobody of the outlet asks. */
export function questionOf(method: string | undefined, pathname: string): Question | undefined {
  return QUESTIONS.find((question) => question.method === method && question.path.test(pathname))
}

/** A query as it may be asked, without its question mark, or undefined. */
export function queryFor({ query }: Question, search: string): string | undefined {
  const pairs = [...new URLSearchParams(search)]
  const values = Object.fromEntries(pairs)
  if (Object.keys(values).length < pairs.length || !query.safeParse(values).success) return undefined
  return new URLSearchParams(values).toString()
}

/** Whether a body is JSON that a question may come with. */
export function takesBody({ body }: Question, json: string): boolean {
  try {
    return body === undefined || body.safeParse(JSON.parse(json)).success
  } catch {
    return false
  }
}
