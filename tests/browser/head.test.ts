import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Element } from 'hast'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { elementsOf, textOf } from '../support/html.ts'
import { open } from '../support/pages.ts'
import { filesOf, FIXTURE_DIST, readFixture } from '../support/sites.ts'

const SITE = 'https://fixture.example/daily/'

async function elements(page: string): Promise<Element[]> {
  const html = await readFixture(`${page}index.html`)
  return elementsOf(html.replace(/<!doctype html>|<\/?(html|head|body)[^>]*>/gi, ''))
}

/** What a page says under each name, in order. */
async function metaOf(page: string): Promise<Map<string, string[]>> {
  const metas = (await elements(page)).filter(({ tagName }) => tagName === 'meta')
  const named = metas.map(({ properties: { property, name, content } }) => [property ?? name, content])
  return new Map(
    [...Map.groupBy(named, ([name]) => String(name))].map(([name, all]) => [
      name,
      all.map(([, content]) => String(content)),
    ]),
  )
}

describe('where a link to it is shared', () => {
  test('an article tells its times, section, authors, topics and picture', async () => {
    const meta = await metaOf('world/harbour-opens/')
    expect(Object.fromEntries(meta)).toMatchObject({
      'og:type': ['article'],
      'og:title': ['Harbour opens after the storm'],
      'og:url': [`${SITE}world/harbour-opens/`],
      'og:locale': ['en_US'],
      'og:image:width': ['1200'],
      'og:image:height': ['675'],
      'og:image:alt': ['Two bands of colour, sea and sky'],
      'article:published_time': ['2025-06-20T00:00:00.000Z'],
      'article:modified_time': ['2025-06-21T01:30:00.000Z'],
      'article:section': ['World'],
      'article:tag': ['Harbour', 'Trade'],
      'article:author': [`${SITE}author/ana/`, `${SITE}author/budi/`],
      author: ["Ana Tes, Budi O'Hara"],
      robots: ['max-image-preview:large'],
      'twitter:card': ['summary_large_image'],
    })
    const [image = ''] = meta.get('og:image') ?? []
    const bytes = await readFile(join(FIXTURE_DIST, decodeURI(image.slice(SITE.length))))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 675 })
  })

  test('a page that is no article says so', async () => {
    const meta = await metaOf('city/')
    expect(meta.get('og:type')).toEqual(['website'])
    expect([...meta.keys()].filter((name) => name.startsWith('article:'))).toEqual([])
  })

  test('markup in a title stays the words that it is', async () => {
    const meta = await metaOf('world/markup-in-words/')
    expect(meta.get('og:title')).toEqual(['<script>alert(1)</script> & "quotes" ]]> 😀 مرحبا'])
  })
})

describe('an article in two languages', () => {
  const VERSIONS = [
    ['en', `${SITE}world/far-summit/`],
    ['id', `${SITE}city/berita-daerah/`],
  ]

  test.each([
    ['world/far-summit/', 'Baca dalam bahasa Indonesia', '/daily/city/berita-daerah/'],
    ['city/berita-daerah/', 'Read in English', '/daily/world/far-summit/'],
  ])('%s leads to the other, and tells search engines of both', async (page, words, href) => {
    const all = await elements(page)
    const link = all.find((element) => element.tagName === 'a' && textOf(element).trim() === words)
    expect(link?.properties.href).toBe(href)
    const alternates = all.filter(({ properties }) => properties.hrefLang && properties.rel)
    expect(alternates.map(({ properties }) => [properties.hrefLang, properties.href]).sort()).toEqual(
      VERSIONS,
    )
  })

  test('no other page names a language', async () => {
    const pages = (await filesOf(FIXTURE_DIST)).filter((file) => file.endsWith('.html'))
    const naming: string[] = []
    for (const file of pages) if ((await readFixture(file)).includes('hreflang=')) naming.push(file)
    expect(naming).toEqual(['city/berita-daerah/index.html', 'world/far-summit/index.html'])
  })
})

describe('a device', () => {
  test('finds every icon that the manifest names, at its size', async () => {
    const manifest = JSON.parse(await readFixture('site.webmanifest'))
    expect(manifest).toMatchObject({
      name: 'The Fixture',
      start_url: '/daily/',
      scope: '/daily/',
      lang: 'en',
    })
    expect(manifest.icons.length).toBe(3)
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp(join(FIXTURE_DIST, src.slice('/daily/'.length))).metadata()
      expect(`${width}x${height}`).toBe(sizes)
    }
  })

  test('colours its bars as the page is, also where the reader has chosen a theme', async () => {
    const page = await open(inject('fixtureUrl'), { colorScheme: 'light' })
    const colour = () =>
      page.evaluate(() => {
        const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
        return metas.find(({ media }) => matchMedia(media).matches)?.content
      })
    expect(await colour()).toBe('#ffffff')
    await page.locator('header button[value="dark"]:visible').click()
    expect(await colour()).toBe('#121417')
    await page.reload()
    expect(await colour()).toBe('#121417')
    await page.locator('header button[value="system"]:visible').click()
    expect(await colour()).toBe('#ffffff')
  })
})
