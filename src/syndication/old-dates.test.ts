import { describe, expect, test } from 'vitest'
import { modifiedAt } from '#domain/publication.ts'
import { linksFor } from '#domain/links.ts'
import { lastModified } from '#domain/summary.ts'
import { article, editionOf, siteWith } from '../../tests/support/newsroom.ts'
import { writeAtom } from './atom.ts'
import { feedOf } from './channel-feed.ts'
import { articleItem } from './feed-item.ts'
import { newsArticle } from './json-ld/news-article.ts'
import { writeJsonFeed } from './json-feed.ts'
import { writeRss } from './rss.ts'
import { indexedPages } from './sitemap/indexed-pages.ts'

const site = siteWith({ timeZone: 'UTC' })
const links = linksFor(site)

/** Every date that the outputs tell of an outlet whose one article is of this moment, by the names of the fields. */
async function datesOf(publishedAt: string) {
  const edition = editionOf([article('x', { publishedAt })], { site })
  const [only] = edition.articles
  if (!only) throw new Error('the article is not published')
  const wording = { credit: '', corrections: '', showMoment: String }
  const items = [articleItem({ article: only, html: '<p>Body</p>' }, wording, site, links)]
  const feed = feedOf({ title: 'Warta', description: 'News', page: links.front() }, items, site, links)
  const [rss, atom] = [await writeRss(feed), writeAtom(feed)]
  const textsIn = (xml: string, name: string) =>
    [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text)
  const [jsonItem] = JSON.parse(writeJsonFeed(feed)).items
  const { datePublished, dateModified } = newsArticle(only, [], site, links) as unknown as Record<
    string,
    string
  >
  return {
    rfc822: [...textsIn(rss, 'pubDate'), ...textsIn(rss, 'lastBuildDate')],
    iso: [
      ...textsIn(atom, 'published'),
      ...textsIn(atom, 'updated'),
      jsonItem.date_published,
      jsonItem.date_modified,
      datePublished,
      dateModified,
      modifiedAt(only).toISOString(),
      lastModified(edition.summaries)?.toISOString(),
      ...indexedPages(edition, site, links).flatMap(({ modifiedAt }) => modifiedAt?.toISOString() ?? []),
    ],
    corrected: textsIn(rss, 'atom:updated'),
    months: edition.months,
  }
}

describe('an article is of the moment at which it was published, in every output', () => {
  test.each([
    ['1945-08-17T03:00:00Z', 'Fri, 17 Aug 1945 03:00:00 GMT', '1945-08'],
    ['1969-12-31T23:59:59Z', 'Wed, 31 Dec 1969 23:59:59 GMT', '1969-12'],
    ['1970-01-01T00:00:00Z', 'Thu, 01 Jan 1970 00:00:00 GMT', '1970-01'],
    ['1605-07-04T00:00:00Z', 'Mon, 04 Jul 1605 00:00:00 GMT', '1605-07'],
    ['0945-08-17T12:00:00Z', 'Tue, 17 Aug 0945 12:00:00 GMT', '0945-08'],
    ['2025-07-04T15:13:00Z', 'Fri, 04 Jul 2025 15:13:00 GMT', '2025-07'],
  ])('%s', async (publishedAt, rfc822, month) => {
    const dates = await datesOf(publishedAt)
    expect(dates.rfc822).toEqual([rfc822, rfc822])
    // Its own, and those of the front, the archive, the section, the author and the month.
    expect(dates.iso.length).toBeGreaterThan(12)
    expect(new Set(dates.iso.map((text) => Date.parse(String(text))))).toEqual(
      new Set([Date.parse(publishedAt)]),
    )
    expect(dates.corrected).toEqual([])
    expect(dates.months).toEqual([month])
  })
})
