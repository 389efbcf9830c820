import type { Place } from '#markdown/place.ts'
import type { Source } from './source.ts'

/** An image that a file names. */
export interface NamedImage {
  source: Source
  path: string
  place(): Place
  /** In front matter the field, `image` say; absent in a body. */
  field?: 'image' | 'photo'
  /** What stands in its place for those who cannot see it; in front matter the schema judges it. */
  alt?: string
}

export function imagesOf(source: Source): NamedImage[] {
  const inFields = (['image', 'photo'] as const).flatMap((field): NamedImage[] => {
    const path = (source.data[field] as { src?: unknown } | null | undefined)?.src
    return typeof path === 'string'
      ? [{ source, path, place: () => source.placeOf([field, 'src']), field }]
      : []
  })
  const inBody = source
    .parts()
    .images.map(({ path, alt, line, column }) => ({ source, path, alt, place: () => ({ line, column }) }))
  return [...inFields, ...inBody]
}
