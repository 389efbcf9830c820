import type { Data, Link } from 'mdast'

declare module 'mdast' {
  interface Data {
    /** It has a paragraph to itself, wherever in a paragraph it was. */
    lone?: true
  }
}

export const lone: Data = { lone: true }

/** A link that has a paragraph to itself: the newsroom makes a card of those that it can show. */
export function card(address: string, words?: string): Link {
  const url = address.trim().replace(/^\/\//, 'https://')
  // Of a file of the site itself the name says more.
  const value = words ?? (url.startsWith('/') ? decodeURI(url.replace(/^.*\//, '')) : url)
  return { type: 'link', url, title: null, children: [{ type: 'text', value }], data: lone }
}
