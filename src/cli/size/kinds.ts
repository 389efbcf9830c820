import { COMPRESSED } from '#build/publish/compressed-name.ts'
import { FEED_FORMATS } from '#domain/feed-format.ts'

/** What the files of a built site are, in the order in which they are told. */
export const KINDS = [
  'pages',
  'feeds in XML',
  'feeds in JSON',
  'Markdown versions',
  'social cards',
  'pictures',
  'search',
  'scripts, styles, fonts',
  'compressed copies',
  'other files',
] as const
export type Kind = (typeof KINDS)[number]

const PICTURES = /\.(?:avif|gif|jpe?g|png|svg|webp)$/
const FEEDS_IN_XML: readonly string[] = [FEED_FORMATS.rss.file, FEED_FORMATS.atom.file]

/** @param file from the site's folder, with slashes */
export function kindOf(file: string): Kind {
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (COMPRESSED.test(name)) return 'compressed copies'
  if (file.startsWith('pagefind/')) return 'search'
  if (FEEDS_IN_XML.includes(name)) return 'feeds in XML'
  if (name === FEED_FORMATS.json.file) return 'feeds in JSON'
  if (name.endsWith('.html')) return 'pages'
  if (name.endsWith('.md')) return 'Markdown versions'
  if (file.startsWith('cards/')) return 'social cards'
  if (PICTURES.test(name)) return 'pictures'
  return file.startsWith('_astro/') ? 'scripts, styles, fonts' : 'other files'
}
