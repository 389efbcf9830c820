import type { Site } from './site.ts'

/** The files of `public/` that the config names, by their paths from there, each once. */
export function namedFiles({ publisher, ads }: Pick<Site, 'publisher' | 'ads'>): string[] {
  const positions = [ads.top, ads.inArticle, ads.beside, ads.under]
  const images = positions.flatMap((position) => position?.image?.src ?? [])
  return [...new Set([publisher.logo, ...(publisher.card ? [publisher.card] : []), ...images])]
}
