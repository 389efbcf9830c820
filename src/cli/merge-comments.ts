import { type Comment, type CommentPlace, DEEPEST_ANSWER, placesOf } from '#domain/comment.ts'

/**
 * The kept comments and the server's others, in the order of time. What is kept
 * stays as it is: the newsroom may have taken a name out of it. An answer whose
 * parent is in neither stands by itself, and one too far below the first comment
 * of its thread answers that.
 */
export function mergeComments(kept: readonly Comment[], served: readonly Comment[]): Comment[] {
  const byId = new Map([...served, ...kept].map((comment) => [comment.id, comment]))
  const places = placesOf([...byId.values()])
  return [...byId.values()]
    .map((comment) => {
      if (comment.parent === undefined) return comment
      if (byId.has(comment.parent)) return withinDepth(comment, places.get(comment.id))
      const { parent: _gone, ...rest } = comment
      return rest
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
}

function withinDepth(comment: Comment, place: CommentPlace | undefined): Comment {
  return place && place.depth > DEEPEST_ANSWER ? { ...comment, parent: place.root } : comment
}
