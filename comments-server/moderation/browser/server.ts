import type { CommentStatus } from '#i18n/texts.ts'
import type { Session } from './session.ts'

const API = new URL('../api/', document.baseURI)
const PAGE = 20
const PATIENCE_MS = 15_000

/** A comment as its moderator reads it; all of it is text that a reader wrote. */
export interface ModeratedComment {
  id: number
  /** The `id` of the first comment of its thread: its own, where it is no reply. */
  thread: number
  /** Of the article, as the reader's browser sent it. */
  path: string
  isReply: boolean
  name: string
  email: string
  site: string
  text: string
  at: Date
}

export interface CommentPage {
  comments: ModeratedComment[]
  pages: number
  waiting: number
  spam: number
}

/** The token is of no use any more. */
export class SignedOut extends Error {}

/** The server answers, and does not do it; the message is its reason. */
export class Failure extends Error {}

export class TooManyTries extends Error {
  constructor(readonly minutes: number) {
    super()
  }
}

/**
 * The session of an e-mail and its password; undefined where they don't fit.
 * @throws TooManyTries, Failure; any other error means that the server cannot be reached
 */
export async function signIn(email: string, password: string): Promise<Session | undefined> {
  const answer = await ask('token', { method: 'POST', body: { email, password } })
  const { token, display_name, type } = answer.data
  if (answer.errno !== 0 || type !== 'administrator') return undefined
  return { token: String(token), name: String(display_name), email }
}

/** What a moderator may do: the part of Waline's HTTP API that asks for a token. Its methods throw as `signIn` does, and SignedOut. */
export class ModerationServer {
  private session: Session

  constructor(session: Session) {
    this.session = session
  }

  /** Newest first; pages count from 1. */
  async list(status: CommentStatus, page: number): Promise<CommentPage> {
    const query = { type: 'list', status, page: String(page), pageSize: String(PAGE) }
    const { data, totalPages, waitingCount, spamCount } = await this.must(
      `comment?${new URLSearchParams(query)}`,
    )
    return {
      comments: (Array.isArray(data) ? data : []).map(read),
      pages: Number(totalPages),
      waiting: Number(waitingCount),
      spam: Number(spamCount),
    }
  }

  async setStatus({ id }: ModeratedComment, status: CommentStatus) {
    await this.must(`comment/${id}`, { method: 'PUT', body: { status } })
  }

  async edit({ id }: ModeratedComment, text: string) {
    await this.must(`comment/${id}`, { method: 'PUT', body: { comment: text } })
  }

  /** With all replies to it. */
  async delete({ id }: ModeratedComment) {
    await this.must(`comment/${id}`, { method: 'DELETE' })
  }

  /** Readers see it at once. */
  async reply({ id, thread, path }: ModeratedComment, text: string) {
    const { name, email } = this.session
    const body = { url: path, pid: id, rid: thread, nick: name, mail: email, link: '', comment: text, ua: '' }
    await this.must('comment', { method: 'POST', body })
  }

  private async must(path: string, request: Request = {}): Promise<Record<string, unknown>> {
    const { errno, errmsg, data } = await ask(path, request, this.session.token)
    if (errno !== 0) throw new Failure(typeof errmsg === 'string' ? errmsg : JSON.stringify(errmsg))
    return data
  }
}

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: Record<string, string | number>
}

async function ask(path: string, { method = 'GET', body }: Request, token?: string) {
  const response = await fetch(new URL(path, API), {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (response.status === 429)
    throw new TooManyTries(Math.ceil(Number(response.headers.get('Retry-After')) / 60))
  if (token !== undefined && (response.status === 401 || response.status === 403)) throw new SignedOut()
  if (!response.ok) throw new Failure(`${response.status} ${response.statusText}`)
  const { errno, errmsg, data } = asRecord(await response.json())
  return { errno, errmsg, data: asRecord(data) }
}

function read(value: unknown): ModeratedComment {
  const { objectId, pid, rid, url, nick, mail, link, orig, time } = asRecord(value)
  return {
    id: Number(objectId),
    thread: Number(rid || objectId),
    path: String(url ?? ''),
    isReply: Boolean(pid),
    name: String(nick ?? ''),
    email: String(mail ?? ''),
    site: String(link ?? ''),
    text: String(orig ?? ''),
    at: new Date(Number(time) || 0),
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
