import type { OldPicture } from '#moving-in/record.ts'
import type { Item } from './item.ts'

/** Where Yoast, Rank Math and All in One SEO keep what was written to describe a post. */
const DESCRIPTIONS = [
  '_yoast_wpseo_metadesc',
  'rank_math_description',
  '_aioseo_description',
  '_aioseop_description',
]
/** Where they keep the picture for social media: by its number, and by its address. */
const PICTURES = [
  ['_yoast_wpseo_opengraph-image-id', '_yoast_wpseo_opengraph-image'],
  ['_yoast_wpseo_twitter-image-id', '_yoast_wpseo_twitter-image'],
  ['rank_math_facebook_image_id', 'rank_math_facebook_image'],
  ['rank_math_twitter_image_id', 'rank_math_twitter_image'],
] as const

/** What was written to describe an item; a pattern that a program fills in, `%%title%%` or `%title%`, is none. */
export function descriptionOf({ excerpt, meta }: Pick<Item, 'excerpt' | 'meta'>): string {
  const own = withoutMoreLinks(excerpt)
  if (own.trim() !== '') return own
  const written = DESCRIPTIONS.map((key) => meta.get(key)?.trim() ?? '')
  return written.find((text) => text !== '' && !/%%?[a-z_]+(\([^)]*\))?%%?/i.test(text)) ?? ''
}

/** A theme writes `<a class="more-link">Read on</a>` at the end of an excerpt. */
function withoutMoreLinks(html: string): string {
  return html
    .split(/(?=<a\s)/i)
    .map((part) => {
      const [tag = ''] = /^<a\s[^<>]*>/i.exec(part) ?? []
      const end = /\bmore-link\b/.test(tag) ? part.search(/<\/a>/i) : -1
      return end === -1 ? part : part.slice(end + '</a>'.length)
    })
    .join('')
}

/** The picture of an item: its own, else the one for social media. */
export function leadOf({ meta }: Pick<Item, 'meta'>): OldPicture | undefined {
  const keys = [['_thumbnail_id', ''], ...PICTURES] as const
  for (const [idKey, addressKey] of keys) {
    const id = meta.get(idKey)?.trim() ?? ''
    const address = meta.get(addressKey)?.trim() ?? ''
    if (/^[1-9]\d*$/.test(id)) return { id, ...(address && { address }) }
    if (address !== '') return { address }
  }
  return undefined
}
