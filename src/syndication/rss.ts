import { getRssString } from '@astrojs/rss'
import { FEED_FORMATS } from '#domain/feed-format.ts'
import type { Feed, FeedItem } from './feed.ts'
import { styled } from './feed-style.ts'
import { escapeXml, hiddenTexts } from './xml-text.ts'

/** Minutes a reader may keep the feed before it asks again. */
const TTL = 30

type Hide = (text: string) => string

/**
 * RSS 2.0 with full text (content module), authors and languages (Dublin
 * Core), pictures (Media RSS), the feed's own address and its hubs (Atom).
 */
export async function writeRss(feed: Feed): Promise<string> {
  const { hide, reveal } = hiddenTexts()
  const xml = await getRssString({
    title: hide(feed.title),
    description: hide(feed.description),
    site: feed.page,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
    },
    customData: [
      `<language>${feed.language}</language>`,
      // From the content, not the clock: a feed that says nothing new has the same bytes.
      feed.updatedAt ? `<lastBuildDate>${feed.updatedAt.toUTCString()}</lastBuildDate>` : '',
      `<ttl>${TTL}</ttl>`,
      `<image><url>${hide(feed.image.url)}</url><title>${hide(feed.image.title)}</title><link>${hide(feed.page)}</link></image>`,
      `<atom:link href="${hide(feed.addresses.rss)}" rel="self" type="${FEED_FORMATS.rss.type}"/>`,
      ...feed.hubs.map((hub) => `<atom:link href="${hide(hub)}" rel="hub"/>`),
    ].join(''),
    items: feed.items.map((item) => ({
      title: hide(item.title),
      link: item.url,
      // A description is HTML by the specification, and ours is plain text.
      description: hide(escapeXml(item.summary)),
      pubDate: item.publishedAt,
      categories: item.categories.map(hide),
      content: hide(item.html),
      customData: moreOf(item, feed, hide),
    })),
  })
  return reveal(styled(xml, feed.style))
}

function moreOf(
  { id, authors, language, image, publishedAt, modifiedAt }: FeedItem,
  feed: Feed,
  hide: Hide,
): string {
  const media = image
    ? `<media:content url="${hide(image.url)}" type="${image.type}" medium="image" width="${image.width}" height="${image.height}">` +
      `<media:description>${hide(image.alt)}</media:description>` +
      (image.credit ? `<media:credit>${hide(image.credit)}</media:credit>` : '') +
      '</media:content>'
    : ''
  const creators = authors.map(({ name }) => `<dc:creator>${hide(name)}</dc:creator>`).join('')
  const foreign = language === feed.language ? '' : `<dc:language>${language}</dc:language>`
  // RSS itself has no word for it.
  const updated = modifiedAt > publishedAt ? `<atom:updated>${modifiedAt.toISOString()}</atom:updated>` : ''
  return `<guid isPermaLink="false">${hide(id)}</guid>${creators}${foreign}${updated}${media}`
}
