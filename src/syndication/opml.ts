import { generateOpml } from 'feedsmith'
import { hiddenTexts } from './xml-text.ts'

/** Feeds under a heading. */
export interface FeedGroup {
  title: string
  feeds: { title: string; description: string; /** Absolute addresses. */ page: string; feed: string }[]
}

/** OPML 2.0: a list of feeds that feed readers take in whole. */
export function writeOpml(title: string, groups: readonly FeedGroup[], language: string): string {
  const { hide, reveal } = hiddenTexts()
  const xml = generateOpml({
    head: { title: hide(title) },
    body: {
      outlines: groups.map((group) => ({
        text: hide(group.title),
        outlines: group.feeds.map((feed) => ({
          type: 'rss',
          text: hide(feed.title),
          title: hide(feed.title),
          description: hide(feed.description),
          xmlUrl: hide(feed.feed),
          htmlUrl: hide(feed.page),
          language,
        })),
      })),
    },
  })
  return reveal(xml)
}
