/** The formats of every feed: a name, the file beside the page that the feed follows, the media type. */
export const FEED_FORMATS = {
  rss: { name: 'RSS', file: 'rss.xml', type: 'application/rss+xml' },
  atom: { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  json: { name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json' },
} as const

export type FeedFormat = keyof typeof FEED_FORMATS

export const FORMATS = Object.keys(FEED_FORMATS) as FeedFormat[]

/** The names of the files in which feeds are. */
export const FEED_FILES = FORMATS.map((format) => FEED_FORMATS[format].file)
