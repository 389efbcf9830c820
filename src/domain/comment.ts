import { z } from 'astro/zod'
import { addressFault } from './missing-scheme.ts'

const id = z
  .string('must be text: put it in quotes')
  .regex(/^[\w-]{1,40}$/, 'must be of letters, digits and hyphens, at most 40')
const text = (most: number) =>
  z
    .string('must be text: put it in quotes')
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    .refine((value) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value), 'must not hold control characters')

/** One reader's comment, kept beside the article. There is no place in it for an address or an e-mail. */
export const commentSchema = z.strictObject(
  {
    id,
    /** The `id` of the comment that this one answers. */
    parent: id.optional(),
    name: text(100),
    site: z
      .url({ protocol: /^https?$/, error: addressFault('must be an address such as "https://example.org/"') })
      .optional(),
    at: z.iso.datetime({ offset: true, error: 'must be a moment such as "2025-07-04T22:13:00+07:00"' }),
    text: text(10_000),
  },
  'must be a comment: { "id": …, "name": …, "at": …, "text": … }',
)

/** `<slug>.comments.json`, or `comments.json` beside an `index.md`. */
export const commentsSchema = z.array(commentSchema, 'must be a list of comments')

export type Comment = z.output<typeof commentSchema>

/** A comment with all that was said below it, in the order of time. */
export interface CommentThread extends Comment {
  replies: Reply[]
}

export interface Reply extends Comment {
  /** Whom it answers, where that is another reply. */
  answers?: string | undefined
}

/** Comments by time, each below the first of its thread; one whose parent is not there stands by itself. */
export function threadsOf(comments: readonly Comment[]): CommentThread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const threads = new Map<string, CommentThread>()
  const sorted = [...comments].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
  const replies: [root: string, Reply][] = []
  for (const comment of sorted) {
    const root = rootOf(comment, byId)
    if (root.id === comment.id) threads.set(comment.id, { ...comment, replies: [] })
    else
      replies.push([
        root.id,
        {
          ...comment,
          answers: comment.parent === root.id ? undefined : byId.get(comment.parent ?? '')?.name,
        },
      ])
  }
  for (const [root, reply] of replies) threads.get(root)?.replies.push(reply)
  return [...threads.values()]
}

/** The first comment of the thread. Where replies answer each other in a ring, each is its own. */
function rootOf(comment: Comment, byId: ReadonlyMap<string, Comment>): Comment {
  const seen = new Set<string>()
  let at = comment
  while (at.parent !== undefined) {
    if (seen.has(at.id)) return comment
    seen.add(at.id)
    const parent = byId.get(at.parent)
    if (!parent) break
    at = parent
  }
  return at
}
