import type { APIRoute } from 'astro'
import { chromeOf } from '#i18n/chrome.ts'
import { fill } from '#i18n/dictionary.ts'
import { theme } from '#styles/outlet-theme.ts'
import css from '#syndication/feed.css?raw'
import { noticeRule, paletteRule } from '#syndication/feed-style.ts'

export const GET: APIRoute = (page) => {
  const { links, site, t } = chromeOf(page)
  const text = fill(t.feedNotice, { name: site.name, feeds: links.absolute(links.feeds()) })
  const rules = paletteRule(theme) + noticeRule({ heading: t.feedNoticeTitle, text })
  return new Response(rules + css, {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  })
}
