import type { Item } from './item.ts'
import { originalsFirst } from './media-path.ts'

const CONTENT_IMAGE =
  /\bwp-image-(\d+)\b|<!--\s+wp:(?:image|cover|media-text|gallery)\s+\{[^}]*?"(?:id|mediaId)":(\d+)/g
const UPLOAD = /\/wp-content\/uploads\/([^\s"'<>)]+\.[a-z\d]{2,5})\b/gi
const GALLERY_IDS = /\[gallery[^\]]*?\bids=["']?([\d,\s]+)/g

/** The uploads that an item shows or links to: their ids, and the paths of their originals. */
export function shownBy({ content, meta }: Item): string[] {
  const paths = [...content.matchAll(UPLOAD)].flatMap(([, path = '']) => originalsFirst(path)[0] ?? [])
  const inText = [...content.matchAll(CONTENT_IMAGE)].map(([, a, b]) => a ?? b ?? '')
  const inGalleries = [...content.matchAll(GALLERY_IDS)].flatMap(([, ids = '']) => ids.split(/[\s,]+/))
  return [...paths, meta.get('_thumbnail_id')?.trim() ?? '', ...inText, ...inGalleries].filter(Boolean)
}
