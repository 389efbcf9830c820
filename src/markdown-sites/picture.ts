import type { OldPicture } from '#moving-in/record.ts'
import type { Fields } from './front-matter.ts'
import { isFields, textOf } from './values.ts'

const ADDRESSES = ['src', 'url', 'path', 'image', 'feature', 'overlay_image', 'relative', 'teaser']

/** A picture as a front matter names it: an address, the first of several, or fields of its own. */
export function pictureIn(value: unknown): OldPicture | undefined {
  if (Array.isArray(value)) return pictureIn(value[0])
  if (!isFields(value)) return textOf(value) ? { address: textOf(value) } : undefined
  const address = first(value, ADDRESSES)
  if (!address) return undefined
  return {
    address,
    alt: first(value, ['alt', 'image_alt', 'description']),
    caption: first(value, ['caption', 'title']),
    credit: first(value, ['credit', 'attribution', 'attr']),
  }
}

function first(fields: Fields, names: readonly string[]): string {
  return names.map((name) => textOf(fields[name])).find(Boolean) ?? ''
}
