import type { Site } from './site.ts'

/** A file of `public/` that the config names, by its path from there, and the setting that does. */
export interface NamedFile {
  setting: string[]
  file: string
}

export function namedFiles({ publisher, ads }: Pick<Site, 'publisher' | 'ads'>): NamedFile[] {
  const { logo, card } = publisher
  return [
    { setting: ['publisher', 'logo'], file: logo },
    ...(card ? [{ setting: ['publisher', 'card'], file: card }] : []),
    ...(['top', 'inArticle', 'beside', 'under'] as const).flatMap((position) => {
      const image = ads[position]?.image
      return image ? [{ setting: ['ads', position, 'image', 'src'], file: image.src }] : []
    }),
  ]
}
