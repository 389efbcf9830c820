import { isMail } from './mail.ts'

const LONGEST_TEXT = 10_000
const LONGEST_FIELD = 200

/** What Waline hands to its `preSave` hook: sent by anybody, so of any shape. */
export type Sent = Record<'nick' | 'mail' | 'link' | 'comment' | 'url' | 'pid' | 'rid', unknown>

/**
 * Waline's `preSave` hook: undefined for a comment to keep, or why it is
 * refused, which the page's form knows by these words. It asks the same; this
 * stands against those who send without it.
 */
export function whyRefused({
  nick,
  mail,
  link,
  comment,
}: Pick<Sent, 'nick' | 'mail' | 'link' | 'comment'>): { errmsg: string } | undefined {
  if (!isLine(nick) || nick.trim() === '') return { errmsg: 'A name is needed.' }
  if (!isLine(mail) || !isMail(mail)) return { errmsg: 'An e-mail address is needed.' }
  if (link && !isLine(link)) return { errmsg: 'The web site is no address.' }
  if (typeof comment !== 'string' || comment.trim() === '') return { errmsg: 'The comment is empty.' }
  if (comment.length > LONGEST_TEXT) return { errmsg: 'The comment is too long.' }
  return undefined
}

function isLine(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_FIELD && !/[\r\n]/.test(value)
}
