import type { ChannelRecord, XmlRecord } from './record-parser.ts'

/** A category, a tag or another term that an item names. */
export interface ItemTerm {
  /** `category`, `post_tag` and others; empty where the file does not tell. */
  domain: string
  nicename: string
  name: string
}

export interface ItemComment {
  id: string
  author: string
  url: string
  date: string
  dateGmt: string
  content: string
  approved: string
  type: string
  parent: string
}

/** A post, page, attachment or anything else that WordPress keeps as one, its texts as they stand in the file. */
export interface Item {
  title: string
  link: string
  guid: string
  pubDate: string
  creator: string
  description: string
  content: string
  excerpt: string
  id: string
  date: string
  dateGmt: string
  modified: string
  modifiedGmt: string
  commentStatus: string
  name: string
  status: string
  parent: string
  type: string
  password: string
  sticky: boolean
  attachmentUrl: string
  terms: ItemTerm[]
  meta: ReadonlyMap<string, string>
  /** Addresses of a podcast's sounds. */
  enclosures: string[]
  comments: ItemComment[]
}

export function itemOf(record: ChannelRecord): Item {
  const text = textsOf(record)
  return {
    title: text('title'),
    link: text('link').trim(),
    guid: text('guid').trim(),
    pubDate: text('pubDate').trim(),
    creator: text('dc:creator').trim(),
    description: text('description'),
    content: text('content:encoded'),
    excerpt: text('excerpt:encoded'),
    id: text('wp:post_id').trim(),
    date: text('wp:post_date').trim(),
    dateGmt: text('wp:post_date_gmt').trim(),
    modified: text('wp:post_modified').trim(),
    modifiedGmt: text('wp:post_modified_gmt').trim(),
    commentStatus: text('wp:comment_status').trim(),
    name: text('wp:post_name').trim(),
    status: text('wp:status').trim(),
    parent: text('wp:post_parent').trim(),
    type: text('wp:post_type').trim(),
    password: text('wp:post_password'),
    sticky: text('wp:is_sticky').trim() === '1',
    attachmentUrl: text('wp:attachment_url').trim(),
    terms: record.children.filter(({ name }) => name === 'category').map(termOf),
    meta: metaOf(record),
    enclosures: enclosuresOf(record),
    comments: record.children.filter(({ name }) => name === 'wp:comment').map(commentOf),
  }
}

/** The texts of a record's children by their names; empty for one that is not there. */
export function textsOf(record: XmlRecord): (name: string) => string {
  const texts = new Map<string, string>()
  for (const child of record.children) if (!texts.has(child.name)) texts.set(child.name, child.text)
  return (name) => texts.get(name) ?? ''
}

function termOf({ attributes, text }: XmlRecord): ItemTerm {
  return {
    domain: attributes.domain ?? '',
    nicename: attributes.nicename ?? '',
    name: text.trim(),
  }
}

/** Each is an address, its size and its type, a line each. */
function enclosuresOf(record: XmlRecord): string[] {
  return record.children
    .filter((child) => child.name === 'wp:postmeta' && textsOf(child)('wp:meta_key').trim() === 'enclosure')
    .map((meta) => textsOf(meta)('wp:meta_value').trim().split(/\s/)[0] ?? '')
    .filter(Boolean)
}

function metaOf(record: XmlRecord): Map<string, string> {
  const pairs = record.children
    .filter(({ name }) => name === 'wp:postmeta')
    .map((meta): [string, string] => {
      const text = textsOf(meta)
      return [text('wp:meta_key').trim(), text('wp:meta_value')]
    })
  return new Map(pairs)
}

function commentOf(record: XmlRecord): ItemComment {
  const text = textsOf(record)
  return {
    id: text('wp:comment_id').trim(),
    author: text('wp:comment_author'),
    url: text('wp:comment_author_url').trim(),
    date: text('wp:comment_date').trim(),
    dateGmt: text('wp:comment_date_gmt').trim(),
    content: text('wp:comment_content'),
    approved: text('wp:comment_approved').trim(),
    type: text('wp:comment_type').trim(),
    parent: text('wp:comment_parent').trim(),
  }
}
