import { getRssString } from '@astrojs/rss'
import type { Feed, FeedItem } from './feed.ts'
import { cleanXml, escapeXml } from './xml-text.ts'

/** Minutes a reader may keep the feed before it asks again. */
const TTL = 30

/**
 * RSS 2.0 with full text (content module), authors (Dublin Core), pictures
 * (Media RSS) and the feed's own address (Atom).
 *
 * What `@astrojs/rss` has no field for goes through `customData`, which it
 * parses and writes again: "007" would become 7 there and CDATA plain text
 * (withastro/astro#5677). So texts travel as tokens, and are put in at the end.
 */
export async function writeRss(feed: Feed): Promise<string> {
  const texts: string[] = []
  const token = (text: string) => `\ue000${texts.push(text) - 1}\ue001`
  const plain = (text: string) => cleanXml(text).replace(/[\ue000\ue001]/g, '')

  const xml = await getRssString({
    title: plain(feed.title),
    description: plain(feed.description),
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
      `<image><url>${token(feed.image.url)}</url><title>${token(feed.image.title)}</title><link>${token(feed.page)}</link></image>`,
      `<atom:link href="${token(feed.self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: feed.items.map((item) => ({
      title: plain(item.title),
      link: item.url,
      // A description is HTML by the specification, and ours is plain text.
      description: escapeXml(plain(item.summary)),
      pubDate: item.publishedAt,
      categories: item.categories.map(plain),
      content: plain(item.html),
      customData: moreOf(item, token),
    })),
  })
  return xml.replace(/\ue000(\d+)\ue001/g, (_token, index: string) => escapeXml(texts[Number(index)] ?? ''))
}

function moreOf(
  { id, authors, image, publishedAt, modifiedAt }: FeedItem,
  token: (text: string) => string,
): string {
  const media = image
    ? `<media:content url="${token(image.url)}" type="${image.type}" medium="image" width="${image.width}" height="${image.height}">` +
      `<media:description>${token(image.alt)}</media:description>` +
      (image.credit ? `<media:credit>${token(image.credit)}</media:credit>` : '') +
      '</media:content>'
    : ''
  const creators = authors.map((name) => `<dc:creator>${token(name)}</dc:creator>`).join('')
  // RSS itself has no word for it.
  const updated = modifiedAt > publishedAt ? `<atom:updated>${modifiedAt.toISOString()}</atom:updated>` : ''
  return `<guid isPermaLink="false">${token(id)}</guid>${creators}${updated}${media}`
}
