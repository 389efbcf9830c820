import type { OldComment } from '#moving-in/record.ts'
import type { ItemComment } from './item.ts'
import { sqlMoment } from './moment.ts'

/** What readers saw of a comment: neither e-mail nor IP address. Pingbacks, and what was not approved, are hidden. */
export function commentOf(comment: ItemComment, timeZone: string): OldComment {
  const { id, parent, author, url, content } = comment
  return {
    id,
    parent: Number(parent) > 0 ? parent : '',
    author,
    url,
    at: sqlMoment(comment.dateGmt, 'UTC') ?? sqlMoment(comment.date, timeZone),
    html: content,
    hidden: whyHidden(comment),
  }
}

function whyHidden({ approved, type }: ItemComment): string | undefined {
  if (type !== '' && type !== 'comment') return `of the kind "${type}"`
  return approved === '1' || approved === 'approve' ? undefined : 'not approved'
}
