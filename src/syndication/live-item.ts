import type { Article } from '#domain/article.ts'
import type { EntryOfLive } from '#domain/channels.ts'
import type { Links } from '#domain/links.ts'
import { keyEvents, nameOfEntry } from '#domain/live/entries.ts'
import { pageOfEntry } from '#domain/live/pages.ts'
import { permanentId } from '#domain/permanent-id.ts'
import { entryModifiedAt } from '#domain/publication.ts'
import type { Site } from '#domain/site.ts'
import type { FeedImage, FeedItem } from './feed.ts'
import { leadFigure, type Wording } from './feed-html.ts'
import { escapeXml } from './xml-text.ts'

interface RenderedEntry extends EntryOfLive {
  html: string
  image?: FeedImage | undefined
}

/** An entry of live coverage as an item of the coverage's own feed, at the address of the page that it is on. */
export function liveEntryItem(
  { article, entry, page, html, image }: RenderedEntry,
  wording: Wording,
  site: Site,
  links: Links,
): FeedItem {
  const { id, at, authors } = entry
  return {
    id: `${permanentId(article, site)}/live/${id}`,
    title: nameOfEntry(entry) || wording.showMoment(at),
    url: links.absolute(links.liveEntry(article, { id, page })),
    language: article.lang,
    summary: entry.excerpt || nameOfEntry(entry),
    html: leadFigure(image, wording) + html,
    authors: authors.map(({ name, slug }) => ({ name, url: links.absolute(links.author(slug)) })),
    categories: [article.category.name],
    publishedAt: at,
    modifiedAt: entryModifiedAt(entry),
    image,
  }
}

/** The key events of an article as a list, for where it is one item among others; nothing of one that is not live. */
export function keyEventList(
  article: Article,
  site: Site,
  links: Links,
  showMoment: (at: Date) => string,
): string {
  const { live } = article
  if (!live) return ''
  const pageOf = pageOfEntry(live, site.pageSize.live)
  const items = keyEvents(live).map((entry) => {
    const { id, at } = entry
    const url = links.absolute(links.liveEntry(article, { id, page: pageOf.get(id) }))
    return `<li>${escapeXml(showMoment(at))}: <a href="${escapeXml(url)}">${escapeXml(nameOfEntry(entry))}</a></li>`
  })
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`
}
