import { isoInZone } from '#domain/zoned-time.ts'
import { type Comment, commentSchema } from '#domain/comment.ts'
import { oneLine, plainLine, plainText, shorten } from './plain-text.ts'
import type { OldComment } from './record.ts'

export interface ImportedComments {
  comments: Comment[]
  /** How many were left out, by the reason. */
  skipped: ReadonlyMap<string, number>
}

/**
 * What readers saw of an entry's comments. An answer to a comment that is left
 * out stands by itself.
 */
export function commentsOf(all: readonly OldComment[], timeZone: string, nameless: string): ImportedComments {
  const skipped = new Map<string, number>()
  const comments: Comment[] = []
  const ids = new Set<string>()
  for (const comment of all) {
    const why = comment.hidden
    const made = why === undefined ? toComment(comment, timeZone, nameless) : undefined
    if (made && !ids.has(made.id)) {
      ids.add(made.id)
      comments.push(made)
    } else {
      const reason = why ?? 'without a text or a date'
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
    }
  }
  return {
    comments: comments
      .map(({ parent, ...comment }) =>
        parent !== undefined && ids.has(parent) ? { ...comment, parent } : comment,
      )
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(a.id) - Number(b.id)),
    skipped,
  }
}

function toComment(comment: OldComment, timeZone: string, nameless: string): Comment | undefined {
  const { at } = comment
  const site = commentSchema.shape.site.safeParse(URL.parse(comment.url)?.href)
  const result = commentSchema.safeParse({
    id: comment.id,
    ...(comment.parent && { parent: comment.parent }),
    name: shorten(plainLine(comment.author), 100) || nameless,
    ...(site.success && site.data !== undefined && { site: site.data }),
    at: at && isoInZone(at, timeZone),
    text: shorten(textOf(comment.html), 10_000),
  })
  return result.success ? result.data : undefined
}

/** Lines as they were typed; a link's address in brackets behind its words. */
function textOf(content: string): string {
  const html = withAddresses(content).replace(/\r\n?/g, '\n')
  const text = /<p\b/i.test(html) ? plainText(html) : plainText(html.replaceAll('\n', '<br>'))
  return text
    .split('\n')
    .map(oneLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Each link as its words and its address; one without an end goes to the next one's beginning. */
function withAddresses(html: string): string {
  const [before = '', ...links] = html.split(/(?=<a\s)/i)
  return (
    before +
    links
      .map((link) => {
        const [tag = ''] = /^<a\s[^>]*>/i.exec(link) ?? []
        const href = /\bhref=(?:"([^"]*)"|'([^']*)')/i.exec(tag)?.slice(1).find(Boolean) ?? ''
        const rest = link.slice(tag.length)
        const end = rest.search(/<\/a>/i)
        if (href === '' || end === -1) return link
        const words = rest.slice(0, end)
        return (words.includes(href) ? words : `${words} (${href})`) + rest.slice(end + '</a>'.length)
      })
      .join('')
  )
}
