import { slugify } from '#domain/slug.ts'

/** Bytes of a file's name, so that an ending and a number have room within the 255 of most file systems. */
const MOST_BYTES = 150

/** A slug from one of WordPress's, which are percent-encoded, or from any text; empty where nothing of it can stand in an address. */
export function slugFrom(text: string): string {
  const slug = slugify(decoded(text))
  if (Buffer.byteLength(slug) <= MOST_BYTES) return slug
  let cut = ''
  for (const character of slug) {
    if (Buffer.byteLength(cut + character) > MOST_BYTES) break
    cut += character
  }
  const words = cut.replace(/-[^-]*$/, '')
  // Cut again by the rule, as half a syllable can be another letter.
  return slugify(words.length > cut.length / 2 ? words : cut)
}

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug
  for (let number = 2; ; number++) if (!isTaken(`${slug}-${number}`)) return `${slug}-${number}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
