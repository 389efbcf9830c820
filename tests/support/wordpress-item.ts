import type { Item, ItemTerm } from '#wordpress/item.ts'

/** A published post of WordPress's, with nothing but a number beside `fields`. */
export function wordpressItem({
  meta = {},
  ...fields
}: Partial<Omit<Item, 'meta'>> & { meta?: object }): Item {
  return {
    title: '',
    link: '',
    guid: '',
    pubDate: '',
    creator: '',
    description: '',
    content: '',
    excerpt: '',
    id: '7',
    date: '',
    dateGmt: '',
    modified: '',
    modifiedGmt: '',
    commentStatus: '',
    name: '',
    status: 'publish',
    parent: '',
    type: 'post',
    password: '',
    sticky: false,
    attachmentUrl: '',
    terms: [],
    enclosures: [],
    comments: [],
    meta: new Map(Object.entries(meta)),
    ...fields,
  }
}

/** A term that an item names, a category for one. */
export function term(domain: string, name: string, nicename = name.toLowerCase()): ItemTerm {
  return { domain, name, nicename }
}
