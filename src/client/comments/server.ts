import { plainText } from './plain-text.ts'

const PAGE = 50
const PATIENCE_MS = 15_000

/** A comment as the server gives it, nothing of it trusted: all of it is text. */
export interface LiveComment {
  id: string
  /** Its `id` in the article's file, once it is kept there: another server counts from 1 again. */
  kept: string
  /** The `id` of the comment that it answers. */
  parent?: string | undefined
  name: string
  /** An http or https address. */
  site?: string | undefined
  text: string
  at: Date
  /** The outlet has still to read it. */
  waiting: boolean
}

export interface Draft {
  name: string
  email: string
  site: string
  text: string
  /** The comment that is answered, and the first of its thread. */
  parent?: { id: string; root: string } | undefined
}

export type Reason = 'tooFast' | 'duplicate' | 'tooLong' | 'emailRefused' | 'refused'

/** By the English texts of Waline and of our rules before it, and by the answers of a web server. */
const REASONS: Record<string, Reason> = {
  'Comment too fast!': 'tooFast',
  'Duplicate Content': 'duplicate',
  'The comment is too long.': 'tooLong',
  'An e-mail address is needed.': 'emailRefused',
  400: 'refused',
  401: 'refused',
  403: 'refused',
  413: 'tooLong',
  429: 'tooFast',
}

/** The server took the request and does not want the comment. */
export class Refusal extends Error {
  constructor(readonly reason: Reason) {
    super(reason)
  }
}

/** The part of Waline's HTTP API that readers need, for the comments of one page. */
export class CommentServer {
  private endpoint: string
  private path: string

  constructor(server: string, path: string) {
    this.endpoint = new URL('api/comment', server).href
    this.path = path
  }

  /** A page of threads, oldest first, each comment before those that answer it. Pages count from 1. */
  async list(page: number): Promise<{ comments: LiveComment[]; hasMore: boolean }> {
    const query = { path: this.path, page: String(page), pageSize: String(PAGE), sortBy: 'insertedAt_asc' }
    const data = await this.ask(`${this.endpoint}?${new URLSearchParams(query)}`)
    const threads = asList(asRecord(data).data)
    const comments = threads.flatMap((thread) => [
      read(thread),
      ...asList(asRecord(thread).children)
        .map(read)
        .sort((a, b) => a.at.getTime() - b.at.getTime() || Number(a.id) - Number(b.id)),
    ])
    return { comments, hasMore: Number(asRecord(data).totalPages) > page }
  }

  /** @throws Refusal; any other error means that the server cannot be reached */
  async send({ name, email, site, text, parent }: Draft): Promise<LiveComment> {
    const body = {
      url: this.path,
      nick: name,
      mail: email,
      link: site,
      comment: text,
      ua: '',
      ...(parent && { pid: Number(parent.id), rid: Number(parent.root) }),
    }
    const data = await this.ask(this.endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { ...read(data), parent: parent?.id }
  }

  private async ask(url: string, init: RequestInit = {}): Promise<unknown> {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const known = REASONS[response.status]
    if (known) throw new Refusal(known)
    if (!response.ok) throw new Error(`${url} answers ${response.status}`)
    const { errno, errmsg, data } = asRecord(await response.json())
    if (errno !== 0) throw new Refusal(REASONS[String(errmsg)] ?? 'refused')
    return data
  }
}

function read(value: unknown): LiveComment {
  const { objectId, pid, nick, link, orig, comment, time, status } = asRecord(value)
  const at = new Date(Number(time))
  return {
    id: String(objectId),
    kept: `${objectId}-${Math.floor(Number(time) / 1000).toString(36)}`,
    parent: pid ? String(pid) : undefined,
    name: String(nick ?? ''),
    site: webAddress(link),
    // What the reader typed, where the server gives it; else its HTML without the markup.
    text: typeof orig === 'string' ? orig : plainText(String(comment ?? '')),
    at: Number.isNaN(at.getTime()) ? new Date() : at,
    waiting: status === 'waiting' || status === 'spam',
  }
}

function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^https?:\/\//i.test(value)) return undefined
  return URL.canParse(value) ? new URL(value).href : undefined
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
