import type { Item } from './item.ts'
import { originalsFirst, uploadPath } from './media-path.ts'
import { oneLine, plainLine } from './plain-text.ts'

/** A file of WordPress's media library. */
export interface Attachment {
  id: string
  /** Where it lay. */
  url: string
  /** Its path in the uploads folder, where the export tells it. */
  file: string | undefined
  alt: string
  caption: string
  title: string
  link: string
  /** The number of what it was uploaded for. */
  parent: string
  isPicture: boolean
}

const PICTURE = /\.(jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg)$/i

export function attachmentOf(item: Item): Attachment {
  const url = item.attachmentUrl || item.guid
  const file = item.meta.get('_wp_attached_file')?.trim()
  return {
    id: item.id,
    url,
    file: file || undefined,
    alt: oneLine(item.meta.get('_wp_attachment_image_alt') ?? ''),
    caption: plainLine(item.excerpt),
    title: plainLine(item.title),
    link: item.link,
    parent: item.parent,
    isPicture: PICTURE.test(URL.parse(url)?.pathname ?? url),
  }
}

/** Where in the folder of uploads an attachment may lie. */
export function uploadsOf({ file, url }: Attachment): string[] {
  const paths = [file ?? '', uploadPath(url) ?? ''].filter(Boolean)
  return paths.flatMap(originalsFirst)
}
