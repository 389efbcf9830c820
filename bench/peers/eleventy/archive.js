import { relatedIn } from './related.js'
import { capital, nameOf, SITE, slugOf } from './site.js'

const ON_PAGE = 20
const IN_FEED = 30
const IN_TAG_FEED = 10
const TAG_FEED_FROM = 5

/** All that pages show of articles beside their own, found once. */
export function archiveOf(articles) {
  const newest = articles.toSorted((a, b) => b.date - a.date)
  const sections = groups(newest, ({ data }) => [data.category], capital, (slug) => `/${slug}/`)
  const authors = groups(newest, ({ data }) => data.authors, nameOf, (slug) => `/author/${slug}/`)
  const tags = groups(
    newest,
    ({ data }) => data.tags,
    (tag) => tag,
    (tag) => `/tag/${slugOf(tag)}/`,
  )
  const months = groups(
    newest,
    ({ date }) => [date.toISOString().slice(0, 7).replace('-', '/')],
    (month) => month,
    (month) => `/archive/${month}/`,
  )
  const followed = tags.filter(({ items }) => items.length >= TAG_FEED_FROM)
  return {
    newest,
    sections,
    lists: [...sections, ...authors, ...tags, ...months].flatMap(pagesOf),
    feeds: [
      { title: SITE.title, url: '/', items: newest.slice(0, IN_FEED) },
      ...[...sections, ...authors].map((group) => ({ ...group, items: group.items.slice(0, IN_FEED) })),
      ...followed.map((group) => ({ ...group, items: group.items.slice(0, IN_TAG_FEED) })),
    ],
    related: relatedIn(newest, 5),
    neighbours: neighboursIn(sections),
  }
}

function groups(items, keysOf, titleOf, urlOf) {
  const of = new Map()
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (!of.has(key)) of.set(key, { title: titleOf(key), url: urlOf(key), items: [] })
      of.get(key).items.push(item)
    }
  }
  return [...of.values()]
}

function pagesOf({ title, url, items }) {
  const count = Math.ceil(items.length / ON_PAGE)
  const address = (number) => (number === 1 ? url : `${url}page/${number}/`)
  return Array.from({ length: count }, (_, i) => ({
    title,
    url: address(i + 1),
    items: items.slice(i * ON_PAGE, (i + 1) * ON_PAGE),
    newer: i > 0 ? address(i) : undefined,
    older: i + 1 < count ? address(i + 2) : undefined,
  }))
}

function neighboursIn(sections) {
  return new Map(
    sections.flatMap(({ items }) =>
      items.map((item, i) => [item.url, { newer: items[i - 1], older: items[i + 1] }]),
    ),
  )
}
