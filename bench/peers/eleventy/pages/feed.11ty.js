import { convertHtmlToAbsoluteUrls, dateToRfc822 } from '@11ty/eleventy-plugin-rss'
import { capital, escape, nameOf, SITE } from '../site.js'

export const data = {
  pagination: { data: 'collections.feeds', size: 1, alias: 'feed' },
  permalink: ({ feed }) => `${feed.url}rss.xml`,
}

// An article stands in several feeds.
const texts = new Map()
function textOf({ url, content }) {
  if (!texts.has(url)) texts.set(url, convertHtmlToAbsoluteUrls(content, SITE.url + url))
  return texts.get(url)
}

async function entry(article) {
  const { url, date, data } = article
  return `<item>
      <title>${escape(data.title)}</title>
      <link>${SITE.url}${url}</link>
      <guid>${SITE.url}${url}</guid>
      <pubDate>${dateToRfc822(date)}</pubDate>
      ${data.authors.map((slug) => `<dc:creator>${nameOf(slug)}</dc:creator>`).join('\n')}
      <category>${capital(data.category)}</category>
      <description>${escape(data.description)}</description>
      <content:encoded>${escape(await textOf(article))}</content:encoded>
    </item>`
}

export async function render({ feed: { title, url, items } }) {
  const changed = new Date(Math.max(...items.map(({ date, data }) => data.updated ?? date)))
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>${escape(url === '/' ? title : `${title} - ${SITE.title}`)}</title>
    <link>${SITE.url}${url}</link>
    <description>${SITE.title}</description>
    <language>${SITE.lang}</language>
    <lastBuildDate>${dateToRfc822(changed)}</lastBuildDate>
    <atom:link href="${SITE.url}${url}rss.xml" rel="self" type="application/rss+xml"/>
    ${(await Promise.all(items.map(entry))).join('\n')}
  </channel>
</rss>
`
}
