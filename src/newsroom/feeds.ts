import type { GetStaticPathsOptions } from 'astro'
import type { Article } from '#domain/article.ts'
import { type Channel, type ChannelKind, channelsOf, type EntryOfLive } from '#domain/channels.ts'
import type { Edition } from '#domain/edition.ts'
import { FEED_FORMATS, type FeedFormat } from '#domain/feed-format.ts'
import { type Chrome, chromeFor, chromeOf, dictionaryFor } from '#i18n/chrome.ts'
import { fill } from '#i18n/dictionary.ts'
import { formatMoment } from '#i18n/format.ts'
import { scaled, WIDTH_ELSEWHERE } from '#images/scaled.ts'
import { links, site } from '#site.ts'
import { feedOf } from '#syndication/channel-feed.ts'
import type { FeedImage, FeedItem } from '#syndication/feed.ts'
import { articleItem, breakingItem, correctionItem } from '#syndication/feed-item.ts'
import { keyEventList, liveEntryItem } from '#syndication/live-item.ts'
import { writeFeed } from '#syndication/write-feed.ts'
import { getBodyForFeed, getEntryForFeed } from './body.ts'
import { getMainEdition, type PublishedLanguage } from './edition.ts'
import { getMoved, type MovedLanguage } from './moved.ts'
import { withCacheKeys } from './page-keys.ts'

/** A language with all of the outlet's channels in it, which readers can follow. */
interface FollowedLanguage extends PublishedLanguage {
  channels: Channel[]
}

/** Several routes ask for those of the same edition. */
const followedBy = new WeakMap<readonly MovedLanguage[], FollowedLanguage[]>()

async function getFollowed(): Promise<FollowedLanguage[]> {
  const all = await getMoved()
  const followed = followedBy.get(all) ?? followedAmong(all)
  followedBy.set(all, followed)
  return followed
}

function followedAmong(all: readonly MovedLanguage[]): FollowedLanguage[] {
  return all.map((one) => {
    const { edition, links, site, t, moved } = one
    const texts = {
      breaking: t.breakingTitle,
      breakingIntro: t.breakingIntro,
      corrections: t.corrections,
      correctionsIntro: t.correctionsIntro,
      articlesOn: (tag: string) => fill(t.articlesOn, { tag }),
    }
    return { ...one, channels: channelsOf(edition, site, links, texts, moved.lists) }
  })
}

/** The channels of a chrome's language by kind, each kind under its heading. */
export async function getChannelGroups({
  language,
  t,
}: Chrome): Promise<{ kind: ChannelKind; title: string; channels: Channel[] }[]> {
  const followed = (await getFollowed()).find((one) => one.language.path === language.path)
  const channels = followed?.channels.filter(({ isOver }) => !isOver) ?? []
  const byKind = Map.groupBy(channels, ({ kind }) => kind)
  return [...byKind].map(([kind, channels]) => ({ kind, title: t.feedKinds[kind], channels }))
}

export interface FeedProps {
  channel: Channel
  format: FeedFormat
  /** BCP 47, of the articles in it. */
  language: string
}

/**
 * The paths of every channel's feeds, for the route of one file ending. The same
 * feed lies at each earlier address of the channel's page, and names its present
 * address there, as a file cannot redirect a feed reader.
 */
export async function feedPaths({ routePattern }: GetStaticPathsOptions, formats: readonly FeedFormat[]) {
  const { language, links } = chromeOf({ routePattern })
  const fileOf = (path: string) => decodeURI(path.slice(links.front().length))
  const paths = (await getFollowed()).flatMap((followed) =>
    followed.channels.flatMap((channel) => {
      const isOwn = followed.language.path === language.path
      // Earlier addresses lie at the root, whatever language the channel is in by now.
      const pages = [...(isOwn ? [channel.page] : []), ...(language.path === '' ? channel.oldPages : [])]
      return pages.flatMap((page) =>
        formats.map((format) => ({
          params: { feed: fileOf(links.feed(page, format)).replace(/\.\w+$/, '') },
          props: { channel, format, language: followed.site.articleLanguage } satisfies FeedProps,
        })),
      )
    }),
  )
  return withCacheKeys(routePattern, paths)
}

/** A channel's feed: whole texts, every address absolute. */
export async function getFeed({ channel, format, language }: FeedProps): Promise<Response> {
  const { links, site } = chromeFor(language)
  const known = itemsIn(await getMainEdition())
  const items = await Promise.all(channel.entries.map((entry) => itemOf(entry, known)))
  const body = await writeFeed(feedOf(channel, items, site, links), format)
  return new Response(body, { headers: { 'Content-Type': `${FEED_FORMATS[format].type}; charset=utf-8` } })
}

type KnownItems = Map<Article, Promise<FeedItem>>

// An article is in many feeds of three formats each, but its text is rendered once. Not once for several editions:
// the pictures that it names are noted while it is rendered.
let latest: { edition: Edition; items: KnownItems } | undefined

function itemsIn(edition: Edition): KnownItems {
  if (latest?.edition !== edition) latest = { edition, items: new Map() }
  return latest.items
}

function itemOf(entry: Channel['entries'][number], known: KnownItems): Promise<FeedItem> | FeedItem {
  if ('entry' in entry) return entryItemOf(entry)
  if ('breaking' in entry) return breakingItem(entry.breaking, site, links)
  if ('correction' in entry) {
    const { title, lang } = entry.article
    return correctionItem(entry, fill(dictionaryFor(lang).correctionOf, { title }), site, links)
  }
  const item = known.get(entry) ?? renderItem(entry)
  known.set(entry, item)
  return item
}

async function renderItem(article: Article): Promise<FeedItem> {
  const [{ html }, image] = await Promise.all([getBodyForFeed(article), leadImage(article)])
  const { credit, corrections } = dictionaryFor(article.lang)
  const { links } = chromeFor(article.lang)
  const showMoment = (at: Date) => formatMoment(at, article.lang, site.timeZone)
  return articleItem(
    { article, html: html + keyEventList(article, site, links, showMoment), image },
    { credit, corrections, showMoment },
    site,
    links,
  )
}

async function entryItemOf(entry: EntryOfLive): Promise<FeedItem> {
  const { article } = entry
  const { links } = chromeFor(article.lang)
  const [{ html }, image] = await Promise.all([getEntryForFeed(entry.entry, article), leadImage(entry.entry)])
  const { credit, corrections } = dictionaryFor(article.lang)
  const showMoment = (at: Date) => formatMoment(at, article.lang, site.timeZone)
  return liveEntryItem({ ...entry, html, image }, { credit, corrections, showMoment }, site, links)
}

async function leadImage({ image }: Pick<Article, 'image'>): Promise<FeedImage | undefined> {
  if (!image) return undefined
  const { src, alt, caption, credit } = image
  const { src: path, ...size } = await scaled(src, WIDTH_ELSEWHERE, 'jpeg')
  return { url: links.absolute(path), type: 'image/jpeg', ...size, alt, caption, credit }
}
