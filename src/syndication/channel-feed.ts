import type { Channel } from '#domain/channels.ts'
import { FORMATS } from '#domain/feed-format.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import type { Feed, FeedItem } from './feed.ts'
import { fitting } from './feed-size.ts'

/** The model of a channel's feed over items, newest first. */
export function feedOf(
  { title, description, page }: Pick<Channel, 'title' | 'description' | 'page'>,
  items: readonly FeedItem[],
  site: Site,
  links: Links,
): Feed {
  const addresses = FORMATS.map((format) => [format, links.absolute(links.feed(page, format))])
  return {
    title,
    description,
    language: site.articleLanguage,
    page: links.absolute(page),
    addresses: Object.fromEntries(addresses),
    author: { name: site.name, url: links.absolute(links.front()) },
    image: { url: links.absolute(links.publicFile(site.publisher.logo)), title: site.name },
    hubs: site.feeds.hubs,
    style: links.feedStyle(),
    updatedAt: items.reduce<Date | undefined>(
      (newest, { modifiedAt }) => (newest && newest >= modifiedAt ? newest : modifiedAt),
      undefined,
    ),
    items: fitting(items),
  }
}
