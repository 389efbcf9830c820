import { z } from 'astro/zod'
import { address, line, lines } from './field.ts'

const id = z
  .string('must be text: put it in quotes')
  .regex(/^[\w-]{1,40}$/, 'must be of letters, digits and hyphens, at most 40')
/** One reader's comment, kept beside the article. There is no place in it for an address or an e-mail. */
export const commentSchema = z.strictObject(
  {
    id,
    /** The `id` of the comment that this one answers. */
    parent: id.optional(),
    name: line(100),
    site: address(['http', 'https'], 'must be an address such as "https://example.org/"').optional(),
    at: z.iso.datetime({ offset: true, error: 'must be a moment such as "2025-07-04T22:13:00+07:00"' }),
    text: lines(10_000),
  },
  'must be a comment: { "id": …, "name": …, "at": …, "text": … }',
)

/** Comments of one article: a page that shows them all is a large one by then. */
const MOST_COMMENTS = 10_000
/** Answers to answers, one below the other. */
export const DEEPEST_ANSWER = 100

/** `<slug>.comments.json`, or `comments.json` beside an `index.md`. */
export const commentsSchema = z
  .array(commentSchema, 'must be a list of comments')
  .max(MOST_COMMENTS, `must have at most ${MOST_COMMENTS.toLocaleString('en')} comments`)

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
  const places = placesOf(comments)
  const threads = new Map<string, CommentThread>()
  const sorted = [...comments].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
  const replies: [root: string, Reply][] = []
  for (const comment of sorted) {
    // Where replies answer each other in a ring, each stands by itself.
    const root = places.get(comment.id)?.root ?? comment.id
    if (root === comment.id) threads.set(comment.id, { ...comment, replies: [] })
    else
      replies.push([
        root,
        {
          ...comment,
          answers: comment.parent === root ? undefined : byId.get(comment.parent ?? '')?.name,
        },
      ])
  }
  for (const [root, reply] of replies) threads.get(root)?.replies.push(reply)
  return [...threads.values()]
}

/** Where a comment stands in its thread. */
export interface CommentPlace {
  /** The first comment of the thread. */
  root: string
  /** Answers between the two, this one among them: 0 for the first. */
  depth: number
}

/** The places of comments by their ids; undefined for those that answer each other in a ring, or one in a ring. */
export function placesOf(
  comments: readonly Pick<Comment, 'id' | 'parent'>[],
): Map<string, CommentPlace | undefined> {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const places = new Map<string, CommentPlace | undefined>()
  for (const comment of comments) {
    // From this one up to the first whose place is known, or that has none above it.
    const way: string[] = []
    const met = new Set<string>()
    let at: Pick<Comment, 'id' | 'parent'> | undefined = comment
    while (at && !places.has(at.id) && !met.has(at.id)) {
      met.add(at.id)
      way.push(at.id)
      at = at.parent === undefined ? undefined : byId.get(at.parent)
    }
    const isRing = at !== undefined && met.has(at.id)
    let place: CommentPlace | undefined = at && places.get(at.id)
    const isLost = isRing || (at !== undefined && place === undefined)
    for (const id of way.reverse()) {
      place = isLost
        ? undefined
        : place
          ? { root: place.root, depth: place.depth + 1 }
          : { root: id, depth: 0 }
      places.set(id, place)
    }
  }
  return places
}
