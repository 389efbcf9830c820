import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Element, Root } from 'hast'
import { htmlToHast } from 'satteri'
import { beforeAll, describe, expect, test } from 'vitest'
import { PAGE_IDS } from '../../src/domain/page-ids.ts'
import { filesOf, FIXTURE_BASE, FIXTURE_DIST, readFixture } from '../support/sites.ts'
import { htmlFaults } from '../support/valid-html.ts'
import { mustBeWellFormed } from '../support/xml.ts'
import { schemaFaults } from '../support/xmllint.ts'

let files: string[]
/** All pages that readers see, by file; fragments are parts of pages. */
let pages: Map<string, Root>

beforeAll(async () => {
  files = await filesOf(FIXTURE_DIST)
  const html = files.filter((file) => file.endsWith('.html') && !file.startsWith('fragments/'))
  pages = new Map(
    await Promise.all(html.map(async (file) => [file, htmlToHast(await readFixture(file)) as Root] as const)),
  )
})

describe('every page', () => {
  test('is valid HTML', async () => {
    const faults: string[] = []
    for (const file of pages.keys()) faults.push(...(await htmlFaults(file, await readFixture(file))))
    expect(faults).toEqual([])
  })

  test('has one h1, a title, a language and a canonical address', () => {
    for (const [file, page] of pages) {
      expect(all(page, 'h1').length, file).toBe(1)
      expect(text(all(page, 'title')[0]), file).not.toBe('')
      expect(all(page, 'html')[0]?.properties.lang, file).toBe('en')
      const canonical = all(page, 'link').filter(
        ({ properties }) => properties.rel?.toString() === 'canonical',
      )
      expect(
        canonical.map(({ properties }) => properties.href),
        file,
      ).toEqual([expect.stringMatching(/^https:\/\/fixture\.example\/daily\//)])
    }
  })

  test('links and pictures lead to files of the site, under its base path', () => {
    const missing: string[] = []
    for (const [file, page] of pages) {
      for (const address of addressesOf(page)) {
        if (!isOwn(address)) continue
        const { pathname } = new URL(address, `https://fixture.example${FIXTURE_BASE}${file}`)
        if (!pathname.startsWith(FIXTURE_BASE)) missing.push(`${file}: ${address} lies outside the base`)
        const path = decodeURI(pathname.slice(FIXTURE_BASE.length))
        const target = path === '' || path.endsWith('/') ? `${path}index.html` : path
        if (!existsSync(join(FIXTURE_DIST, target))) missing.push(`${file}: ${address}`)
      }
    }
    expect(missing).toEqual([])
  })

  test('loads nothing from another site', () => {
    for (const [file, page] of pages) {
      const loaded = ['img', 'script', 'iframe', 'source', 'video', 'audio'].flatMap((tag) => all(page, tag))
      for (const { properties } of loaded)
        expect(String(properties.src ?? ''), file).not.toMatch(/^(https?:)?\/\//)
      for (const { properties } of all(page, 'link')) {
        if (properties.rel?.toString().match(/stylesheet|preload|icon/))
          expect(String(properties.href), file).not.toMatch(/^(https?:)?\/\//)
      }
    }
  })
})

describe('the front page', () => {
  test('has no article twice in its lead, top stories and sections', () => {
    const main = all(page('index.html'), 'main')[0]
    const titles = all(main, 'article').map((card) =>
      text(all(card, 'a').find(({ properties }) => classes(properties).includes('card-link'))),
    )
    expect(titles.length).toBeGreaterThan(8)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles[0]).toBe('Harbour opens after the storm')
  })
})

describe('an article', () => {
  test('shows its dates in the outlet zone, whatever zone its builder is in', async () => {
    const html = await readFixture('world/harbour-opens/index.html')
    expect(html).toContain('20 June 2025 - 09:00 WIT')
    expect(html).toContain('21 June 2025 - 10:30 WIT')
  })

  test('is marked with its language where that is not the page’s, and its chrome with the page’s', () => {
    const article = all(all(page('city/berita-daerah/index.html'), 'main')[0], 'article')[0]
    expect(article?.properties.lang).toBe('id')
    const byline = all(article, 'div').find((div) => text(div).startsWith('By') && div.properties.lang)
    expect(byline?.properties.lang).toBe('en')
    const own = all(all(page('world/harbour-opens/index.html'), 'main')[0], 'article')[0]
    expect(own?.properties.lang).toBeUndefined()
  })

  test('shows markup in its words as words', async () => {
    const markup = page('world/markup-in-words/index.html')
    expect(text(all(markup, 'h1')[0])).toBe('<script>alert(1)</script> & "quotes" ]]> 😀 مرحبا')
    expect(text(markup)).toContain('<img src=x onerror=')
    const html = await readFixture('world/markup-in-words/index.html')
    expect(html).not.toContain('<iframe')
    expect(html).not.toContain('<script>window.hostile')
  })

  test('has contents, related articles, contributors and topics', () => {
    const article = page('world/harbour-opens/index.html')
    const anchors = all(article, 'a').map(({ properties }) => String(properties.href))
    expect(anchors).toEqual(
      expect.arrayContaining(['#what-changed', '#what-did-not', '#what-next', '/daily/tag/harbour/']),
    )
    expect(text(article)).toContain('Photographer')
    expect(
      all(article, 'section').some(
        ({ properties }) => properties.ariaLabelledBy?.toString() === 'related-heading',
      ),
    ).toBe(true)
  })
})

test('the ids around an article’s body are those that its headings are kept from', () => {
  const ids = new Set<string>()
  for (const [, html] of [...pages].filter(([, html]) => all(html, 'article').some(isSearched))) {
    for (const id of idsOutsideProse(html)) ids.add(id)
  }
  expect(PAGE_IDS).toEqual(expect.arrayContaining([...ids]))
})

describe('lists', () => {
  test('every article of a section stands on exactly one of its pages', () => {
    const ofSection = [...pages].filter(([file]) => /^city\/(page\/\d+\/)?index\.html$/.test(file))
    const slugs = ofSection
      .flatMap(([, list]) => all(all(list, 'main')[0], 'article'))
      .map((card) => text(all(card, 'h2')[0]))
    expect(ofSection.length).toBe(2)
    expect(slugs.length).toBe(8)
    expect(new Set(slugs).size).toBe(8)
  })

  test('a section without articles says so', () => {
    expect(text(all(page('empty/index.html'), 'main')[0])).toContain('There are no articles here yet.')
  })

  test('trending follows the readers where they are known, and is called latest where they are not', async () => {
    const sport = htmlToHast(await readFixture('fragments/trending/sport/index.html'), { fragment: true })
    expect(text(all(sport, 'h2')[0])).toBe('Trending in Sport')
    expect(all(sport, 'a').map(text)).toEqual([
      'Most read',
      'Rowing club in the news',
      'Cup final in the news',
    ])
    const world = htmlToHast(await readFixture('fragments/trending/world/index.html'), { fragment: true })
    expect(text(all(world, 'h2')[0])).toBe('Latest in World')
  })
})

describe('old addresses', () => {
  test.each(['2025/06/old-harbour/index.html', 'old-harbour.html'])('%s leads on to the article', (file) => {
    const refresh = all(page(file), 'meta').find(
      ({ properties }) => properties.httpEquiv?.toString() === 'refresh',
    )
    expect(refresh?.properties.content).toBe('0; url=/daily/world/harbour-opens/')
  })
})

describe('feeds', () => {
  test('are well-formed, each', async () => {
    const feeds = files.filter((file) => file.endsWith('.xml'))
    expect(feeds).toEqual(
      expect.arrayContaining(['rss.xml', 'city/rss.xml', 'author/007/rss.xml', 'sitemap-0.xml']),
    )
    for (const feed of feeds) mustBeWellFormed(await readFixture(feed))
  })

  test('hold the newest articles with their whole text and real pictures', async () => {
    const xml = await readFixture('rss.xml')
    expect(xml.match(/<item>/g)?.length).toBe(6)
    expect(xml).toContain('several agreements')
    const [image] = /https:\/\/fixture\.example\/daily\/(_astro\/plan[^&"]+)/.exec(xml)?.slice(1) ?? []
    expect(files).toContain(image)
    expect(xml).toContain('https://fixture.example/daily/sport/cup-final/')
    // A relative link, resolved as on the article's page.
    expect(await readFixture('world/rss.xml')).toContain(
      'https://fixture.example/daily/world/far-summit/&quot;',
    )
  })
})

describe('the sitemap', () => {
  test('has every page that may be indexed with its true date, and no other', async () => {
    const xml = await readFixture('sitemap-0.xml')
    const entries = [...xml.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(
      ([, loc, lastmod]) => [loc, lastmod],
    )
    const dates = new Map(entries as [string, string][])
    expect(dates.get('https://fixture.example/daily/world/harbour-opens/')).toBe('2025-06-21T01:30:00.000Z')
    expect(dates.get('https://fixture.example/daily/world/')).toBe('2025-06-21T01:30:00.000Z')
    for (const [loc] of entries) expect(loc).not.toMatch(/fragments|404|old-harbour|ghost-ship|saved/)
    expect(schemaFaults(xml, 'sitemaps.xsd')).toBe('')
    expect(dates.size).toBe([...pages].filter(([, html]) => isIndexed(html)).length)
  })

  test('names the picture of an article, a file of the site', async () => {
    const xml = await readFixture('sitemap-0.xml')
    const [, article] = /<loc>[^<]+\/world\/harbour-opens\/<\/loc>(.*?)<\/url>/.exec(xml) ?? []
    const [, image] = /<image:loc>https:\/\/fixture\.example\/daily\/([^<]+)</.exec(article ?? '') ?? []
    expect(files).toContain(image)
    expect(article?.match(/<image:image>/g)?.length).toBe(1)
  })

  test('and that of the news are named by the index and to crawlers', async () => {
    const index = await readFixture('sitemap-index.xml')
    expect(schemaFaults(index, 'siteindex.xsd')).toBe('')
    const named = [...index.matchAll(/<loc>([^<]+)/g)].map(([, url]) => url)
    expect(named).toEqual([
      'https://fixture.example/daily/news-sitemap.xml',
      'https://fixture.example/daily/sitemap-0.xml',
    ])
    const robots = await readFixture('robots.txt')
    for (const name of ['sitemap-index.xml', 'news-sitemap.xml'])
      expect(robots).toContain(`Sitemap: https://fixture.example/daily/${name}\n`)
  })
})

function page(file: string): Root {
  const found = pages.get(file)
  if (!found) throw new Error(`${file} is not in the output`)
  return found
}

function all(node: unknown, tagName: string): Element[] {
  const { children = [] } = (node ?? {}) as { children?: Element[] }
  return children.flatMap((child) => [...(child.tagName === tagName ? [child] : []), ...all(child, tagName)])
}

function text(node: unknown): string {
  const { value, children = [] } = (node ?? {}) as { value?: string; children?: unknown[] }
  return value ?? children.map(text).join('')
}

function isSearched({ properties }: Element): boolean {
  return 'dataPagefindBody' in properties
}

function idsOutsideProse(node: unknown): string[] {
  const { properties = {}, children = [] } = (node ?? {}) as Partial<Element>
  // Rules of the desk keep the names of entries from being one of these.
  if (classes(properties).some((name) => ['prose', 'live-entries'].includes(name))) return []
  const own = typeof properties.id === 'string' ? [properties.id] : []
  return [...own, ...children.flatMap(idsOutsideProse)]
}

function classes(properties: Element['properties']): string[] {
  return [properties.className ?? []].flat().map(String)
}

function addressesOf(root: Root): string[] {
  const tags = ['a', 'link', 'img', 'script', 'form', 'lazy-fragment']
  return tags
    .flatMap((tag) => all(root, tag))
    .flatMap(({ properties }) => [properties.href, properties.src, properties.action])
    .filter((address): address is string => typeof address === 'string')
}

function isOwn(address: string): boolean {
  return !/^[a-z][a-z\d+.-]*:/i.test(address) || address.startsWith('https://fixture.example/')
}

function isIndexed(root: Root): boolean {
  return !all(root, 'meta').some(
    ({ properties }) => properties.name === 'robots' && properties.content === 'noindex',
  )
}
