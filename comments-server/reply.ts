import type { DatabaseSync } from 'node:sqlite'
import type { Sent } from './accept.ts'

/**
 * Why a comment that answers another is refused: Waline would keep it, and then fail, where there is no such comment.
 * Undefined for one that stands for itself.
 */
export function whyNoReply(
  database: DatabaseSync,
  { url, pid, rid }: Pick<Sent, 'url' | 'pid' | 'rid'>,
): { errmsg: string } | undefined {
  if (pid === undefined && rid === undefined) return undefined
  const answered = database
    .prepare('SELECT COALESCE(rid, id) AS root FROM wl_Comment WHERE id = ? AND url = ?')
    .get(Number(pid), String(url))
  return answered && answered.root === rid
    ? undefined
    : { errmsg: 'The comment that is answered is not there.' }
}
