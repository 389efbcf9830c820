import type { Comment } from '#domain/comment.ts'

/**
 * The kept comments and the server's others, in the order of time. What is kept
 * stays as it is: the newsroom may have taken a name out of it. An answer whose
 * parent is in neither stands by itself.
 */
export function mergeComments(kept: readonly Comment[], served: readonly Comment[]): Comment[] {
  const byId = new Map([...served, ...kept].map((comment) => [comment.id, comment]))
  return [...byId.values()]
    .map((comment) => {
      if (comment.parent === undefined || byId.has(comment.parent)) return comment
      const { parent: _gone, ...rest } = comment
      return rest
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
}
