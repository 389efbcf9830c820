import { Children } from '#moving-in/children.ts'
import type { Ledger, LedgerMap } from '#moving-in/ledger.ts'
import type { OldComment } from '#moving-in/record.ts'
import { type BloggerEntry, numberOf } from './entry.ts'

type StoredComment = Omit<OldComment, 'at'> & { at: string | undefined }

/** Why readers did not see a comment, by its status. */
const HIDDEN: Record<string, string> = {
  REMOVED: 'removed',
  DELETED: 'removed',
  SOFT_TRASHED: 'removed',
  SPAM: 'spam',
}

/** The comments of an export, which stand anywhere in it, kept for their posts. */
export class Comments {
  private readonly ids: Children
  private readonly kept: LedgerMap<string, StoredComment>
  private total = 0
  private given = 0

  constructor(ledger: Ledger) {
    this.ids = new Children(ledger)
    this.kept = ledger.map()
  }

  add({ id, parent, inReplyTo, author, published, html, status }: BloggerEntry): void {
    const number = numberOf(id)
    if (this.kept.has(number)) return
    this.total += 1
    this.ids.add(numberOf(parent), number)
    this.kept.set(number, {
      id: number,
      parent: inReplyTo && numberOf(inReplyTo),
      author: author.name,
      url: author.uri,
      at: published?.toISOString(),
      html: html.replace(/\n/g, ' ').replace(/<br\b[^<>]*>/gi, '\n'),
      hidden: status === 'LIVE' ? undefined : (HIDDEN[status] ?? 'not approved'),
    })
  }

  of(post: string): OldComment[] {
    const comments = this.ids.of(numberOf(post)).flatMap((id) => this.kept.get(id) ?? [])
    this.given += comments.length
    return comments.map(({ at, ...comment }) => ({ ...comment, at: at ? new Date(at) : undefined }))
  }

  /** A remark on the comments whose post has not come since the last call; undefined for none. */
  note(): string | undefined {
    const orphans = this.total - this.given
    this.given = 0
    return orphans > 0
      ? `comments left out, as their post is not among what is imported: ${orphans}`
      : undefined
  }
}
