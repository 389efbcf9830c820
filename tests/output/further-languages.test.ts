import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { directionOf } from '#domain/language.ts'
import { en } from '#i18n/en.ts'
import { id } from '#i18n/id.ts'
import { elementsOf } from '../support/html.ts'
import { textsIn } from '../support/language-texts.ts'
import { BILINGUAL, BILINGUAL_BASE as BASE, BILINGUAL_DIST as DIST, filesOf } from '../support/sites.ts'

const ORIGIN = 'https://pesisir.example'

/** A page as readers and search engines see it. */
interface Shown {
  file: string
  html: string
  lang: string
  canonical: string
  isIndexed: boolean
  /** Addresses by the languages that `hreflang` names. */
  alternates: Record<string, string>
  /** Where the switch leads, by language. */
  switched: Record<string, string>
}

const pages = new Map<string, Shown>()
let files: string[]

beforeAll(async () => {
  files = await filesOf(DIST)
  for (const file of files.filter((name) => name.endsWith('.html') && !name.includes('fragments/'))) {
    const html = await readFile(join(DIST, file), 'utf8')
    if (!html.includes('http-equiv="refresh"')) pages.set(addressOf(file), shown(file, html))
  }
})

function addressOf(file: string): string {
  return `${ORIGIN}${BASE}${file.replace(/(^|\/)index\.html$/, '$1')}`
}

function shown(file: string, html: string): Shown {
  const elements = elementsOf(html)
  const links = elements.filter(({ tagName }) => tagName === 'link').map(({ properties }) => properties)
  const named = links.filter(({ hrefLang }) => hrefLang !== undefined)
  const nav = elements.find(
    ({ tagName, properties }) =>
      tagName === 'nav' && /^(Bahasa|Languages|اللغات)$/.test(String(properties.ariaLabel)),
  )
  const anchors = nav ? linksBelow(nav) : []
  return {
    file,
    html,
    lang: /<html lang="([^"]+)"/.exec(html)?.[1] ?? '',
    canonical: String(links.find(({ rel }) => String(rel) === 'canonical')?.href),
    isIndexed: !/<meta name="robots" content="noindex/.test(html),
    alternates: Object.fromEntries(named.map(({ hrefLang, href }) => [String(hrefLang), String(href)])),
    switched: Object.fromEntries(
      anchors.map(({ hrefLang, href }) => [String(hrefLang), ORIGIN + String(href)]),
    ),
  }
}

/** The properties of all links below an element. */
function linksBelow(nav: ReturnType<typeof elementsOf>[number]): Record<string, unknown>[] {
  return nav.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'a' ? [child.properties] : linksBelow(child),
  )
}

const at = (path: string) =>
  pages.get(`${ORIGIN}${BASE}${path}`) ?? expect.fail(`There is no page at ${path}`)

describe('hreflang', () => {
  test('names pages that are there, that name the same ones, and themselves', () => {
    const having = [...pages].filter(([, { alternates }]) => Object.keys(alternates).length > 0)
    expect(having.length).toBeGreaterThan(30)
    for (const [address, { alternates, canonical }] of having) {
      expect(canonical).toBe(address)
      expect(Object.values(alternates)).toContain(address)
      const { 'x-default': _fallback, ...languages } = alternates
      for (const [lang, other] of Object.entries(languages)) {
        expect(sorted(pages.get(other)?.alternates), `${address} names ${other}`).toEqual(sorted(alternates))
        expect(pages.get(other)?.isIndexed).toBe(true)
        // An article may be in a country's form of the language, as its chrome is not.
        expect(pages.get(other)?.lang.split('-')[0]).toBe(lang.split('-')[0])
      }
    }
  })

  test('says of each list which page readers of other languages get', () => {
    expect(at('en/kota/').alternates).toEqual({
      id: `${ORIGIN}${BASE}kota/`,
      en: `${ORIGIN}${BASE}en/kota/`,
      ar: `${ORIGIN}${BASE}ar/kota/`,
      'x-default': `${ORIGIN}${BASE}kota/`,
    })
    expect(at('tag/mangrove/').alternates).toEqual({
      id: `${ORIGIN}${BASE}tag/mangrove/`,
      en: `${ORIGIN}${BASE}en/tag/mangrove/`,
      'x-default': `${ORIGIN}${BASE}tag/mangrove/`,
    })
  })

  test.each([
    ['a numbered page of a list', 'archive/2025/07/page/1/'],
    ['a numbered page in another language', 'en/archive/2025/07/page/1/'],
    ['a topic of one language alone', 'tag/nelayan/'],
    ['a section in which others have nothing', 'budaya/'],
    ['an article without translations', 'en/niaga/ferry-hours/'],
    ['a page in one language alone', 'kontak/'],
    ['what search engines are kept from', 'saved/'],
  ])('is not on %s', (_, path) => {
    expect(at(path).alternates).toEqual({})
  })

  test('is in the sitemap as it is on the pages', async () => {
    const xml = await readFile(join(DIST, 'sitemap-0.xml'), 'utf8')
    const urls = [...xml.matchAll(/<url>.*?<\/url>/gs)].map(([url]) => url)
    const named = urls.map((url) => {
      const links = [...url.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)]
      return [
        /<loc>([^<]+)/.exec(url)?.[1] ?? '',
        Object.fromEntries(links.map(([, lang, href]) => [lang, href])),
      ]
    })
    const indexed = [...pages].filter(([, { isIndexed }]) => isIndexed)
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries(
        indexed.map(
          ([
            address,
            {
              alternates: { 'x-default': _fallback, ...rest },
            },
          ]) => [address, rest],
        ),
      ),
    )
  })
})

describe('the switch', () => {
  test('is on every page, and leads to a page in the language that it names', () => {
    for (const [address, { lang, switched }] of pages) {
      const others = ['id', 'en', 'ar'].filter((one) => one !== lang)
      expect(Object.keys(switched), address).toEqual(others)
      for (const [language, other] of Object.entries(switched))
        expect(pages.get(other)?.lang, `${address} leads to ${other}`).toBe(language)
    }
  })

  test.each([
    ['', { en: 'en/', ar: 'ar/' }],
    ['kota/', { en: 'en/kota/', ar: 'ar/kota/' }],
    ['en/search/', { id: 'search/', ar: 'ar/search/' }],
    ['en/saved/', { id: 'saved/', ar: 'ar/saved/' }],
    ['en/author/sari/', { id: 'author/sari/', ar: 'ar/author/sari/' }],
    ['en/kota/lighthouse/', { id: 'kota/mercusuar/', ar: 'ar/kota/manarah/' }],
    ['tentang/', { en: 'en/about/', ar: 'ar/' }],
    ['series/mercusuar/', { en: 'en/series/mercusuar/', ar: 'ar/' }],
    // What is not there in the other language, or has nothing on it there.
    ['en/author/tomas/', { id: '', ar: 'ar/' }],
    ['budaya/', { en: 'en/', ar: 'ar/' }],
    ['kontak/', { en: 'en/', ar: 'ar/' }],
    ['en/niaga/ferry-hours/', { id: '', ar: 'ar/' }],
    ['en/niaga/salt-pans/', { id: '', ar: 'ar/' }],
    // The second page of one list is not that of another.
    ['archive/2025/07/page/1/', { en: 'en/', ar: 'ar/' }],
    ['404.html', { en: 'en/', ar: 'ar/' }],
  ])('leads from /%s to %o', (path, expected) => {
    const targets = Object.entries(expected).map(([lang, to]) => [lang, `${ORIGIN}${BASE}${to}`])
    expect(at(path).switched).toEqual(Object.fromEntries(targets))
  })

  test('says each language in that language', () => {
    expect(at('').html).toMatch(/<a href="\/harian\/en\/" hreflang="en" lang="en"[^>]*>English<\/a>/)
    expect(at('').html).toMatch(/hreflang="ar" lang="ar" dir="rtl"[^>]*>العربية<\/a>/)
    expect(at('ar/').html).toMatch(/hreflang="id" lang="id" dir="ltr"[^>]*>Indonesia<\/a>/)
  })
})

describe('an article', () => {
  test.each([
    ['kota/lighthouse/', 'en/kota/lighthouse/'],
    ['kota/manarah/', 'ar/kota/manarah/'],
    ['about/', 'en/about/'],
    // Lists that are there in one language alone.
    ['tag/clocks/', 'en/tag/clocks/'],
    ['author/tomas/', 'en/author/tomas/'],
    ['author/tomas/page/1/', 'en/author/tomas/page/1/'],
    // Old addresses, of an article, of a section, and below it.
    ['2019/old-fish-market/', 'en/niaga/fish-market/'],
    ['en/old-market.html', 'en/niaga/fish-market/'],
    ['berita-kota/', 'kota/'],
    ['en/berita-kota/', 'en/kota/'],
    ['berita-kota/mercusuar/', 'kota/mercusuar/'],
    ['berita-kota/lighthouse/', 'en/kota/lighthouse/'],
    ['en/berita-kota/lighthouse/', 'en/kota/lighthouse/'],
  ])('at /%s has moved to /%s, in the chrome of the page there', async (from, to) => {
    const html = await readFile(join(DIST, from.replace(/\/$/, '/index.html')), 'utf8')
    expect(html).toContain(`url=${BASE}${to}"`)
    expect(html).toContain(`<html lang="${at(to).lang}"`)
  })

  test('is in the lists of its own language alone, and in no other feed', async () => {
    const inLanguage = (folder: string) => (url: string) =>
      folder === '' ? !/^\/harian\/(en|ar)\//.test(url) : url.startsWith(`${BASE}${folder}/`)
    for (const [language, folder] of [
      ['id', ''],
      ['en', 'en'],
      ['ar', 'ar'],
    ] as const) {
      const feeds = files.filter((file) => file.endsWith('rss.xml') && inLanguage(folder)(BASE + file))
      expect(feeds.length).toBeGreaterThan(3)
      for (const feed of feeds) {
        const xml = await readFile(join(DIST, feed), 'utf8')
        const self = new URL(/<atom:link href="([^"]+)" rel="self"/.exec(xml)?.[1] ?? '').pathname
        // At an old address lies the feed of another language: it says where it is now.
        if (!inLanguage(folder)(self)) continue
        expect(/<language>([^<]+)/.exec(xml)?.[1], feed).toBe(language)
        const items = [...xml.matchAll(/<item>.*?<link>([^<]+)/gs)].map(
          ([, link = '']) => new URL(link).pathname,
        )
        expect(
          items.filter((path) => !inLanguage(folder)(path)),
          feed,
        ).toEqual([])
      }
    }
    const all = async (file: string) => (await readFile(join(DIST, file), 'utf8')).match(/<item>/g)?.length
    expect([await all('rss.xml'), await all('en/rss.xml'), await all('ar/rss.xml')]).toEqual([6, 5, 1])
  })

  test('of a language without a chrome is in the main one, marked as what it is', () => {
    expect(at('budaya/prau-jawa/').html).toMatch(/<article[^>]* lang="jv"/)
    expect(at('').html).toContain('/harian/budaya/prau-jawa/')
  })

  test('tells search engines its language, and its lists theirs', () => {
    expect(at('en/kota/tide-clock/').html).toContain('"inLanguage":"en-GB"')
    expect(at('en/kota/').html).toContain('"@type":"CollectionPage"')
    expect(at('en/kota/').html).toContain('"inLanguage":"en"')
    // One outlet, whatever the language.
    const ids = [...pages.values()].flatMap(({ html }) => html.match(/"[^"]+#outlet"/g) ?? [])
    expect([...new Set(ids)]).toEqual([`"${ORIGIN}${BASE}#outlet"`])
  })
})

describe('a chrome', () => {
  test('has its own manifest, search description, feeds and list of them', async () => {
    const read = (file: string) => readFile(join(DIST, file), 'utf8')
    expect(JSON.parse(await read('en/site.webmanifest'))).toMatchObject({
      name: 'The Coast',
      lang: 'en',
      start_url: '/harian/en/',
    })
    expect(await read('en/opensearch.xml')).toContain('/harian/en/search/?q=')
    expect(await read('en/feeds.opml')).not.toMatch(/xmlUrl="[^"]*\/harian\/(?!en\/)/)
    expect(await read('feeds.opml')).not.toMatch(/xmlUrl="[^"]*\/harian\/(en|ar)\//)
    expect(await read('en/llms.txt')).not.toMatch(/\/harian\/(?!en\/)/)
    expect(await read('robots.txt')).toMatch(/^Disallow: \/harian\/en\/fragments\/$/m)
  })

  test('leads nowhere but into its own language, the switch and what it has from the main one aside', () => {
    for (const { file, html, lang } of pages.values()) {
      if (lang !== 'en' || !file.startsWith('en/')) continue
      const hrefs = [
        ...html
          .replace(/<nav aria-label="Languages".*?<\/nav>/s, '')
          .matchAll(/<a [^>]*href="(\/[^"]*)"[^>]*>/g),
      ]
      const astray = hrefs.filter(
        ([link, href = '']) => !href.startsWith('/harian/en/') && !link.includes('hreflang'),
      )
      expect(
        astray.map(([, href]) => href),
        file,
      ).toEqual([])
    }
  })

  test('has every word in its language, or marked as another', async () => {
    const written = await writtenIn()
    const of = (dictionary: object) => new Set(valuesOf({ ...dictionary, webDesk: {}, moderation: {} }))
    const [inEnglish, inIndonesian] = [of(en), of(id)]
    for (const { file, html, lang } of pages.values()) {
      for (const text of textsIn(html, file, lang)) {
        expect(text.dir, `${file}: ${text.text}`).toBe(directionOf(text.lang))
        const other = text.lang === 'id' ? inEnglish : inIndonesian
        const own = text.lang === 'id' ? inIndonesian : inEnglish
        expect(
          other.has(text.text) && !own.has(text.text) && /\p{L}/u.test(text.text),
          `${file}: ${text.text}`,
        ).toBe(false)
        for (const [language, words] of Object.entries(written))
          if (words.has(text.text)) expect(text.lang.split('-')[0], `${file}: ${text.text}`).toBe(language)
      }
    }
  })

  test.each([
    ['ar/', 'Kabar dari tepi laut', 'id'],
    ['ar/', 'Kota', 'id'],
    ['en/', 'Trade', 'en'],
    ['en/author/tomas/', 'Penulis kota', 'id'],
    ['en/author/sari/', 'Harbour reporter', 'en'],
    ['en/kota/lighthouse/', 'The light on the cape', 'en'],
    ['en/kota/lighthouse/', 'Pesisir Pagi', 'id'],
    ['ar/kota/manarah/', 'Wartawan pelabuhan', undefined],
  ])('of /%s has %j in %s', (path, words, language) => {
    const { file, html, lang } = at(path)
    const found = textsIn(html, file, lang).filter(({ text }) => text === words)
    expect([...new Set(found.map((one) => one.lang))]).toEqual(language ? [language] : [])
  })
})

/** What authors wrote that stands in one language's files alone, by language. */
async function writtenIn(): Promise<Record<string, Set<string>>> {
  const found: Record<string, Set<string>> = {}
  for (const file of await filesOf(BILINGUAL)) {
    if (!file.endsWith('.md')) continue
    const source = await readFile(join(BILINGUAL, file), 'utf8')
    const lang = (/^lang: ([\w-]+)$/m.exec(source)?.[1] ?? 'id').split('-')[0] ?? ''
    found[lang] ??= new Set()
    for (const [, words = ''] of source.matchAll(/^(?:title|description): (.*)$/gm)) found[lang].add(words)
  }
  return found
}

function valuesOf(dictionary: object): string[] {
  return Object.values(dictionary).flatMap((value: string | object) =>
    typeof value === 'string' ? [value] : valuesOf(value),
  )
}

function sorted(record: Record<string, string> = {}): [string, string][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}
