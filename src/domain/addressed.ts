import type { ArticlePlace } from './links.ts'

export type ListKind = 'category' | 'author' | 'series' | 'tag'

/** A list, with its old addresses. */
export interface AddressedList {
  slug: string
  /** As readers know it. */
  title: string
  aliases?: readonly string[] | undefined
}

/** All that is published and can have old addresses. */
export interface Addressed extends Record<ListKind, readonly AddressedList[]> {
  articles: readonly (WithAliases & ArticlePlace)[]
  pages: readonly (WithAliases & { slug: string })[]
}

export interface WithAliases {
  aliases?: readonly string[] | undefined
  title: string
}
