import type { DatabaseSync } from 'node:sqlite'
import { isMail } from './mail.ts'
import { ScryptPassword } from './password.ts'

const SHORTEST_PASSWORD = 12

interface Moderator {
  email: string
  /** Stands on the answers that they write. */
  name: string
  password: string
}

/**
 * Lets somebody moderate, or gives them a new password; says which.
 * @throws Error for an e-mail, a name or a password that will not do
 */
export function appoint(database: DatabaseSync, { email, name, password }: Moderator): string {
  if (!isMail(email)) throw new Error(`"${email}" is no e-mail address.`)
  if (name.trim() === '') throw new Error('A name is needed: it stands on the answers that they write.')
  if ([...password].length < SHORTEST_PASSWORD)
    throw new Error(`The password must have at least ${SHORTEST_PASSWORD} characters.`)
  const hash = new ScryptPassword().hashPassword(password)
  const { changes } = database
    .prepare(
      `UPDATE wl_Users SET password = ?, display_name = ?, type = 'administrator', updatedAt = CURRENT_TIMESTAMP
       WHERE email = ?`,
    )
    .run(hash, name, email)
  if (changes > 0) return `${email} has a new password.`
  database
    .prepare(`INSERT INTO wl_Users (email, password, display_name, type) VALUES (?, ?, ?, 'administrator')`)
    .run(email, hash, name)
  return `${email} may moderate.`
}

/**
 * Takes a moderator's account away, at once; what they wrote stays.
 * @throws Error where there is no such account
 */
export function dismiss(database: DatabaseSync, email: string): string {
  const { changes } = database.prepare('DELETE FROM wl_Users WHERE email = ?').run(email)
  if (changes === 0) throw new Error(`${email} is no moderator.`)
  return `${email} moderates no more.`
}
