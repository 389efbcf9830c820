import { oneLine, plainLine } from '#moving-in/plain-text.ts'
import type { Upload } from '#moving-in/record.ts'
import { addressById } from './addresses.ts'
import type { Item } from './item.ts'
import { mediaPaths, originalsFirst } from './media-path.ts'

const PICTURE = /\.(jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg)$/i

/** A file of WordPress's media library. */
export function uploadOf(item: Item): Upload {
  const address = item.attachmentUrl || item.guid
  const file = item.meta.get('_wp_attached_file')?.trim()
  return {
    id: item.id,
    address,
    paths: [...new Set([...(file ? originalsFirst(file) : []), ...mediaPaths(address)])],
    alt: oneLine(item.meta.get('_wp_attachment_image_alt') ?? ''),
    caption: plainLine(item.excerpt),
    title: plainLine(item.title),
    description: plainLine(item.content),
    oldAddresses: [item.link, addressById(item.id) ?? ''].filter(Boolean),
    parent: item.parent,
    isPicture: PICTURE.test(URL.parse(address)?.pathname ?? address),
  }
}
