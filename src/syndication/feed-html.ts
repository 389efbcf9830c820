import type { Correction } from '#domain/publication.ts'
import type { FeedImage } from './feed.ts'
import { escapeXml } from './xml-text.ts'

/** Words that stand in an article's text in feeds, in its language. */
export interface Wording {
  /** Stands before a picture's credit. */
  credit: string
  corrections: string
  showMoment: (at: Date) => string
}

/**
 * The lead picture above the text. Few feed readers show the picture that an item
 * names beside its text, and fewer show the credit.
 */
export function leadFigure(image: FeedImage | undefined, { credit }: Wording): string {
  if (!image) return ''
  const { url, width, height, alt } = image
  const words = [image.caption, image.credit && `${credit}: ${image.credit}`].filter((text) => text)
  const caption = words.length > 0 ? `<figcaption>${escapeXml(words.join(' '))}</figcaption>` : ''
  return `<figure><img src="${escapeXml(url)}" alt="${escapeXml(alt)}" width="${width}" height="${height}">${caption}</figure>`
}

/** An article's corrections as they stand at the end of its text. */
export function correctionNotes(
  corrections: readonly Correction[],
  { corrections: heading, showMoment }: Wording,
): string {
  if (corrections.length === 0) return ''
  const notes = corrections.map(({ at, note }) => `<p>${escapeXml(showMoment(at))}: ${escapeXml(note)}</p>`)
  return `<h2>${escapeXml(heading)}</h2>${notes.join('')}`
}
