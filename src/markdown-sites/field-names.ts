import type { Fields } from './front-matter.ts'

/** What a front matter is asked for, and what these systems and their themes call it, the most telling name first. */
const NAMES = {
  title: ['title'],
  date: ['date', 'pubDate', 'pubDatetime', 'publishDate', 'publishedAt', 'published', 'created', 'createdAt'],
  updated: ['updated', 'updatedDate', 'lastmod', 'last_modified_at', 'modDatetime', 'modified', 'updatedAt'],
  description: ['description', 'excerpt', 'summary', 'subtitle'],
  category: ['categories', 'category'],
  tags: ['tags', 'tag'],
  authors: ['authors', 'author'],
  draft: ['draft'],
  slug: ['slug', 'postSlug'],
  address: ['permalink', 'url'],
  aliases: ['aliases', 'alias', 'redirect_from'],
  image: [
    'image',
    'cover',
    'heroImage',
    'ogImage',
    'featured_image',
    'featuredImage',
    'featureimage',
    'coverImage',
    'thumbnail',
    'images',
    'header',
  ],
  imageAlt: ['imageAlt', 'image_alt', 'heroImageAlt', 'coverAlt', 'ogImageAlt'],
  imageCaption: ['imageCaption', 'image_caption', 'coverCaption'],
  language: ['lang', 'language'],
  comments: ['comments'],
} as const

export type Asked = keyof typeof NAMES

/** Finds what is asked for in a front matter. */
export type Finder = (fields: Fields, asked: Asked) => unknown[]

/**
 * @param mapped names of the old site's own, each with what it stands for, `judul=title`; they go before all others
 * @throws Error for what is no such pair
 */
export function fieldFinder(mapped: readonly string[]): Finder {
  const own = mapped.map((pair) => {
    const [, theirs, ours] = /^\s*([^=]+?)\s*=\s*(\w+)\s*$/.exec(pair) ?? []
    if (theirs === undefined || ours === undefined || !Object.hasOwn(NAMES, ours))
      throw new Error(
        `--map takes their=ours, not "${pair}"; ours is one of ${Object.keys(NAMES).join(', ')}.`,
      )
    return [theirs, ours] as const
  })
  return (fields, asked) => {
    const byName = new Map(Object.entries(fields).map(([name, value]) => [bare(name), value]))
    const names = [...own.flatMap(([theirs, ours]) => (ours === asked ? [theirs] : [])), ...NAMES[asked]]
    return names
      .map((name) => byName.get(bare(name)))
      .filter((value) => value !== undefined && value !== null && value !== '')
  }
}

/** A name as Hugo reads it, whatever its case, and with `_` and `-` for nothing. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '')
}
