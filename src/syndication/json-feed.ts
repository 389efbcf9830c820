import { generateJsonFeed } from 'feedsmith'
import type { Feed, FeedItem } from './feed.ts'
import { cleanXml } from './xml-text.ts'

/** JSON Feed 1.1 (jsonfeed.org) with full text. */
export function writeJsonFeed(feed: Feed): string {
  const document = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.addresses.json,
    description: feed.description,
    icon: feed.image.url,
    language: feed.language,
    authors: [feed.author],
    ...(feed.hubs.length > 0 && { hubs: feed.hubs.map((url) => ({ type: 'WebSub', url })) }),
    items: feed.items.map((item) => itemOf(item, feed)),
  }) as object
  // The library leaves an empty list out, which the format must have.
  return JSON.stringify({ items: [], ...document }, clean)
}

function itemOf(item: FeedItem, feed: Feed) {
  const { id, url, title, summary, language, image, authors, categories } = item
  return {
    id,
    url,
    title,
    summary,
    content_html: item.html,
    date_published: item.publishedAt,
    date_modified: item.modifiedAt,
    ...(language !== feed.language && { language }),
    ...(image && { image: image.url }),
    ...(authors.length > 0 && { authors }),
    ...(categories.length > 0 && { tags: categories }),
  }
}

/** JSON may hold any character, but what reads it often makes XML or HTML of it. */
function clean(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? cleanXml(value) : value
}
