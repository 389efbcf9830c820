import { getChannelGroups } from '#newsroom/feeds.ts'
import type { APIRoute } from 'astro'
import { chromeOf } from '#i18n/chrome.ts'
import { fill } from '#i18n/dictionary.ts'
import { writeOpml } from '#syndication/opml.ts'

export const GET: APIRoute = async (page) => {
  const chrome = chromeOf(page)
  const { links, site, t } = chrome
  const groups = (await getChannelGroups(chrome)).map(({ title, channels }) => ({
    title,
    feeds: channels.map(({ title, description, page }) => ({
      title,
      description,
      page: links.absolute(page),
      feed: links.absolute(links.feed(page)),
    })),
  }))
  const opml = writeOpml(fill(t.feedsOf, { name: site.name }), groups, site.articleLanguage)
  return new Response(opml, { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } })
}
