import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { elementsOf, textOf } from '../support/html.ts'
import { contentOf, filesOf, FIXTURE, FIXTURE_DIST, readFixture } from '../support/sites.ts'

const WITHDRAWN = 'world/ghost-ship/index.html'
/** Everything that a withdrawn article of the fixture said, showed and was filed under. */
const MARKER = 'xyzzywithdrawn'

describe('a corrected article', () => {
  test('says so below its byline, and leads to the notes at its end', async () => {
    const page = elementsOf(await readFixture('city/library-hours/index.html'))
    const [link] = page.filter(({ properties }) => properties.href === '#corrections')
    expect(textOf(link)).toBe('Corrected on 12 June 2025 - 09:30 WIT')
    const [notes] = page.filter(({ properties }) => properties.id === 'corrections')
    expect(textOf(notes)).toMatch(
      /^Corrections12 June 2025 - 09:30 WIT\s*The library has 7 rooms, not 6\.\s*10 June 2025 - 08:00 WIT\s*An earlier version gave/,
    )
  })

  test('holds them in its structured data, which nothing in them can end', async () => {
    const html = await readFixture('world/markup-in-words/index.html')
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
    const things = blocks.map(([, json = '']) => JSON.parse(json))
    expect(things.map((thing) => thing['@type'])).toEqual(['NewsArticle', 'BreadcrumbList'])
    expect(things[0]).toMatchObject({
      headline: '<script>alert(1)</script> & "quotes" ]]> 😀 مرحبا',
      dateModified: '2025-06-19T12:00:00+09:00',
      correction: [{ text: 'A tag was wrong: </script><script>alert(1)</script> & "quotes".' }],
    })
  })

  test('has changed when it was corrected, for feeds and sitemap too', async () => {
    const at = '2025-06-12T00:30:00.000Z'
    expect(await readFixture('sitemap-0.xml')).toContain(`city/library-hours/</loc><lastmod>${at}`)
    const feed = await readFixture('city/rss.xml')
    expect(feed).toContain(`<atom:updated>${at}</atom:updated>`)
    expect(feed).toContain('12 June 2025 - 09:30 WIT: The library has 7 rooms, not 6.')
  })

  test('marks a note in its own language', async () => {
    const page = elementsOf(await readFixture('corrections/index.html'))
    const [note] = page.filter((element) => textOf(element) === 'Nama pelabuhan itu semula salah ditulis.')
    expect(note?.properties.lang).toBe('id')
  })

  test('one without corrections says nothing of them', async () => {
    const page = elementsOf(await readFixture('world/harbour-opens/index.html'))
    expect(page.filter(({ properties }) => properties.id === 'corrections')).toEqual([])
    expect(textOf(page[0])).not.toContain('Corrected on')
  })
})

describe('the list of corrections', () => {
  test('has each once, newest first, over its pages, and a link to the article’s notes', async () => {
    const pages = ['corrections/index.html', 'corrections/page/1/index.html']
    const links = await Promise.all(
      pages.map(async (page) =>
        elementsOf(await readFixture(page))
          .map(({ properties }) => String(properties.href))
          .filter((href) => href.endsWith('/#corrections')),
      ),
    )
    expect(links).toEqual([
      ['world/markup-in-words', 'city/berita-daerah', 'city/library-hours'].map(noteOf),
      ['sport/cup-final', 'sport/cup-final', 'city/library-hours'].map(noteOf),
    ])
  })

  test('is linked at the foot of every page', async () => {
    for (const file of ['index.html', 'about/index.html', WITHDRAWN, '404.html']) {
      expect(await readFixture(file), file).toContain('href="/daily/corrections/"')
    }
  })

  test('has a feed, each correction an item with a date and an id of its own', async () => {
    const { channel } = new XMLParser({ ignoreAttributes: false }).parse(
      await readFixture('corrections/rss.xml'),
    ).rss
    expect(channel['atom:link'][0]['@_href']).toBe('https://fixture.example/daily/corrections/rss.xml')
    const items = channel.item as { title: string; guid: { '#text': string }; pubDate: string }[]
    expect(new Set(items.map(({ guid }) => guid['#text'])).size).toBe(6)
    expect(items.map(({ title }) => title).slice(1, 3)).toEqual([
      'Ralat: Berita daerah dalam bahasa Indonesia',
      'Correction: Library hours in the news',
    ])
    const dates = items.map(({ pubDate }) => Date.parse(pubDate))
    expect(dates).toEqual(dates.toSorted((a, b) => b - a))
    expect(await readFixture('corrections/index.html')).toContain(
      '<link rel="alternate" type="application/rss+xml" title="RSS: Corrections" href="/daily/corrections/rss.xml">',
    )
  })
})

describe('a withdrawn article', () => {
  test('keeps its address, with its title, the reason and the dates, and asks not to be indexed', async () => {
    const html = await readFixture(WITHDRAWN)
    const [article] = elementsOf(html).filter(({ tagName }) => tagName === 'article')
    expect(textOf(article)).toMatch(
      /This article has been withdrawn\s*A ship that was not there\s*The ship was never seen\. Our source took back <b>what<\/b> was said\.\s*Published on 17 June 2025 - 08:00 WIT\s*Withdrawn on 19 June 2025 - 08:00 WIT/,
    )
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).not.toContain('NewsArticle')
    expect(html).not.toContain('data-pagefind-body')
    expect(html).not.toContain('id="comments"')
  })

  test('is reached from its old addresses', async () => {
    expect(await readFixture('old-ghost-ship/index.html')).toContain('url=/daily/world/ghost-ship/')
  })

  test('stands nowhere else', async () => {
    const naming: string[] = []
    for (const file of await filesOf(FIXTURE_DIST)) {
      if ((await contentOf(`${FIXTURE_DIST}/${file}`)).includes('ghost-ship'))
        naming.push(file.replace(/\.(gz|br)$/, ''))
    }
    expect([...new Set(naming)]).toEqual(['old-ghost-ship/index.html', WITHDRAWN])
  })

  test('takes all that it said, showed and was filed under out of the site', async () => {
    const sources = await filesOf(`${FIXTURE}/articles/2025/06/ghost-ship`)
    expect(sources).toHaveLength(4)
    for (const file of await filesOf(FIXTURE_DIST)) {
      const text = `${file} ${await contentOf(`${FIXTURE_DIST}/${file}`)}`.toLowerCase()
      expect(text.includes(MARKER), file).toBe(false)
    }
  })

  test('stays as it is until its moment', async () => {
    expect(await readFixture('city/night-bus/index.html')).toContain('timetable')
  })
})

function noteOf(article: string): string {
  return `/daily/${article}/#corrections`
}
