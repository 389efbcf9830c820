import type { Data, Link, Text } from 'mdast'

declare module 'mdast' {
  interface Data {
    /** Set on what gets a paragraph of its own, wherever in a paragraph it was. */
    standalone?: true
  }
}

export const standalone: Data = { standalone: true }

/** A link that has a paragraph to itself: the newsroom makes a card of those that it can show. */
export function card(url: string, words?: string): Link {
  // Of a file of the site itself the name says more.
  const value = words ?? (url.startsWith('/') ? decodeURI(url.replace(/^.*\//, '')) : url)
  return { type: 'link', url, title: null, children: [{ type: 'text', value }], data: standalone }
}

/** A card of a film, a sound or an embedded page; where it can be none, its words, else its address as it was. */
export function cardOr(url: string | undefined, words: string, address: string): Link | Text {
  if (url !== undefined) return card(url, words || undefined)
  return { type: 'text', value: words || address.trim() }
}
