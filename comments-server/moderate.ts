import type { DatabaseSync } from 'node:sqlite'

interface Waiting {
  id: number
  url: string
  nick: string
  comment: string
}

/** What waits for moderation, oldest first, one comment a line. */
export function listWaiting(database: DatabaseSync): string {
  const rows = database
    .prepare(`SELECT id, url, nick, comment FROM wl_Comment WHERE status = 'waiting' ORDER BY id`)
    .all() as unknown as Waiting[]
  if (rows.length === 0) return 'Nothing waits.'
  return rows.map(({ id, url, nick, comment }) => plain(`${id}  ${url}  ${nick}: ${comment}`)).join('\n')
}

/**
 * Shows comments to readers, or takes them away as spam; says how many there were.
 * @throws Error for something that is no number of a comment
 */
export function setStatus(
  database: DatabaseSync,
  status: 'approved' | 'spam',
  ids: readonly string[],
): string {
  const statement = database.prepare('UPDATE wl_Comment SET status = ? WHERE id = ?')
  for (const id of ids) if (!/^\d+$/.test(id)) throw new Error(`"${id}" is no number of a comment.`)
  const changed = ids.reduce((sum, id) => sum + Number(statement.run(status, Number(id)).changes), 0)
  return `${changed} ${status}.`
}

/** On one line, without what would steer a terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
