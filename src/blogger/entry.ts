import { parseMoment } from '#domain/zoned-time.ts'
import type { FeedChild, FeedElement } from './feed-parser.ts'

/** An entry of an export, be it of the Atom of 2008 or of Takeout's today; its texts as they stand in the file. */
export interface BloggerEntry {
  /** Atom's: `tag:blogger.com,1999:blog-1.post-2`. */
  id: string
  /** `post`, `page`, `comment`, `settings`, `template`; empty where the file does not tell. */
  kind: string
  /** Takeout's word, in capitals; that of 2008 for what it says. */
  status: string
  title: string
  html: string
  isCut: boolean
  author: { name: string; uri: string }
  published: Date | undefined
  updated: Date | undefined
  /** Of its page: an address, or a path as Takeout has it; empty for none. */
  address: string
  labels: string[]
  description: string
  /** Addresses of a podcast's sounds. */
  enclosures: string[]
  /** The id of the post that a comment is of. */
  parent: string
  /** The id of the comment that it answers. */
  inReplyTo: string
}

const KIND = /\/kind#(\w+)$/

export function entryOf(element: FeedChild): BloggerEntry {
  const text = (name: string) => child(element, name)?.text.trim() ?? ''
  const all = (name: string) => element.children.filter((one) => one.name === name)
  const links = all('link').map(({ attributes }) => attributes)
  const hrefs = (rel: string) => links.filter((link) => link.rel === rel).flatMap(({ href }) => href ?? [])
  const terms = all('category').map(({ attributes }) => attributes)
  const isLabel = ({ scheme = '' }: Record<string, string>) => !scheme.endsWith('#kind')
  const author = child(element, 'author')
  const reply = child(element, 'in-reply-to')
  const kind = terms.flatMap((term) => (isLabel(term) ? [] : (KIND.exec(term.term ?? '')?.[1] ?? [])))[0]
  return {
    id: text('id'),
    kind: text('blogger:type').toLowerCase() || kind || '',
    status: statusOf(element),
    title: child(element, 'title')?.text ?? '',
    html: child(element, 'content')?.text ?? '',
    isCut: element.isCut,
    author: {
      name: (author && child(author, 'name')?.text.trim()) ?? '',
      uri: (author && child(author, 'uri')?.text.trim()) ?? '',
    },
    published: moment(text('published')) ?? moment(text('blogger:created')),
    updated: moment(text('updated')),
    address: text('blogger:filename') || (hrefs('alternate')[0] ?? ''),
    labels: [...new Set(terms.filter(isLabel).map(({ term = '' }) => term.trim()))].filter(Boolean),
    description: text('blogger:metaDescription'),
    enclosures: [...hrefs('enclosure'), ...all('enclosure').flatMap((one) => one.attributes.href ?? [])],
    parent: text('blogger:parent') || (reply?.attributes.ref ?? ''),
    inReplyTo: text('blogger:inReplyTo') || answered(hrefs('related')[0]),
  }
}

/** The number at the end of an id; the id itself where there is none. */
export function numberOf(id: string): string {
  return /-(\d+)$/.exec(id)?.[1] ?? id
}

function child(element: FeedElement, name: string): FeedElement | undefined {
  return element.children.find((one) => one.name === name)
}

function statusOf(element: FeedChild): string {
  const status = child(element, 'blogger:status')?.text.trim().toUpperCase()
  if (child(element, 'blogger:trashed')?.text.trim()) return 'SOFT_TRASHED'
  if (status) return status
  const control = child(element, 'control')
  if (control && child(control, 'draft')?.text.trim() === 'yes') return 'DRAFT'
  const isRemoved = element.children.some(
    ({ name, attributes }) =>
      name === 'extendedProperty' &&
      attributes.name === 'blogger.contentRemoved' &&
      attributes.value === 'true',
  )
  return isRemoved ? 'REMOVED' : 'LIVE'
}

/** `…/feeds/BLOG/POST/comments/default/COMMENT`, by which 2008's comments name the one that they answer. */
function answered(href = ''): string {
  return /\/(\d+)\/?$/.exec(href)?.[1] ?? ''
}

function moment(text: string): Date | undefined {
  return text ? parseMoment(text, 'UTC') : undefined
}
