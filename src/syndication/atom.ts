import { generateAtomFeed } from 'feedsmith'
import { FEED_FORMATS } from '#domain/feed-format.ts'
import type { Feed, FeedAuthor, FeedItem } from './feed.ts'
import { styled } from './feed-style.ts'
import { hiddenTexts } from './xml-text.ts'

type Hide = (text: string) => string

/** Of a feed in which nothing has changed yet, as Atom wants a date of each. */
const NEVER = new Date(0)

/** Atom 1.0 (RFC 4287) with full text, and pictures (Media RSS). */
export function writeAtom(feed: Feed): string {
  const { hide, reveal } = hiddenTexts()
  const xml = generateAtomFeed({
    xml: { lang: feed.language },
    id: hide(feed.page),
    title: { value: hide(feed.title) },
    subtitle: { value: hide(feed.description) },
    updated: feed.updatedAt ?? NEVER,
    authors: [personOf(feed.author, hide)],
    logo: hide(feed.image.url),
    links: [
      { rel: 'self', type: FEED_FORMATS.atom.type, href: hide(feed.addresses.atom) },
      { rel: 'alternate', type: 'text/html', href: hide(feed.page) },
      ...feed.hubs.map((hub) => ({ rel: 'hub', href: hide(hub) })),
    ],
    entries: feed.items.map((item) => entryOf(item, feed, hide)),
  })
  return reveal(styled(xml, feed.style))
}

function entryOf(item: FeedItem, feed: Feed, hide: Hide) {
  const { image, language } = item
  return {
    ...(language !== feed.language && { xml: { lang: language } }),
    id: hide(item.id),
    title: { value: hide(item.title) },
    links: [{ rel: 'alternate', type: 'text/html', href: hide(item.url) }],
    published: item.publishedAt,
    updated: item.modifiedAt,
    authors: item.authors.map((author) => personOf(author, hide)),
    categories: item.categories.map((term) => ({ term: hide(term) })),
    summary: { value: hide(item.summary) },
    content: { type: 'html', value: hide(item.html) },
    ...(image && {
      media: {
        contents: [
          {
            url: hide(image.url),
            type: image.type,
            medium: 'image',
            width: image.width,
            height: image.height,
            description: { value: hide(image.alt) },
            ...(image.credit && { credits: [{ value: hide(image.credit) }] }),
          },
        ],
      },
    }),
  }
}

function personOf({ name, url }: FeedAuthor, hide: Hide) {
  return { name: hide(name), uri: hide(url) }
}
