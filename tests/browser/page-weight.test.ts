import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'
import { codePointsOf } from '#styles/unicode-range.ts'
import { blank, PHONE } from '../support/pages.ts'
import { filesOf, SAMPLE_DIST } from '../support/sites.ts'

const PAGE_BUDGET_KB = 70
/** With letters of other languages, and italics. */
const MOST_KB = 120
const SCRIPT_BUDGET_KB = 10
/** On a slow connection each is a wait of its own. */
const REQUEST_BUDGET = 8

const kb = (bytes: number) => bytes / 1024
const compressed = (body: Buffer | string) => gzipSync(body, { level: 9 }).length

test('what an article loads in a browser keeps within the budget', async () => {
  const path = 'politics/xi-putin-moscow-joint-statement/'
  const page = await blank(PHONE)
  const loading: Promise<{ type: string; size: number }>[] = []
  page.on('response', (response) => {
    const type = response.request().resourceType()
    if (type === 'image') return
    // A font is compressed already; a server compresses the rest.
    loading.push(
      response.body().then((body) => ({ type, size: type === 'font' ? body.length : compressed(body) })),
    )
  })
  await page.goto(inject('sampleUrl') + path)
  await page.locator('aside').scrollIntoViewIfNeeded()
  await page.locator('aside ol').waitFor()
  await page.waitForLoadState('networkidle')
  const inline = compressed((await page.locator('script:not([src])').allTextContents()).join('\n'))
  const all = await Promise.all(loading)
  const total = all.reduce((sum, { size }) => sum + size, 0)
  const script = all.reduce((sum, { type, size }) => sum + (type === 'script' ? size : 0), inline)
  console.log(
    `/${path}: ${kb(total).toFixed(1)} KB compressed without images in ${all.length} requests, ${kb(script).toFixed(1)} KB of it script`,
  )
  expect(all.length).toBeLessThanOrEqual(REQUEST_BUDGET)
  expect(kb(total)).toBeLessThanOrEqual(PAGE_BUDGET_KB)
  expect(kb(script)).toBeLessThanOrEqual(SCRIPT_BUDGET_KB)
})

test('no article of the sample can pass the budget, with every font that has one of its letters', async () => {
  const files = await filesOf(SAMPLE_DIST)
  const sizeOf = async (file: string) => compressed(await readFile(join(SAMPLE_DIST, file)))
  const sum = async (names: Iterable<string>, size: (file: string) => Promise<number>) => {
    const sizes = await Promise.all([...names].map(size))
    return sizes.reduce((total, bytes) => total + bytes, 0)
  }
  const fontsOf = (html: string) =>
    sum(fontsFor(html), async (file) => (await readFile(join(SAMPLE_DIST, file))).length)
  const fetched = await sum(['fragments/ticker/index.html', 'fragments/trending/politics/index.html'], sizeOf)
  const articles = await Promise.all(
    files
      .filter((file) => file.endsWith('index.html'))
      .map(async (file) => [file, await readFile(join(SAMPLE_DIST, file), 'utf8')] as const),
  )
  const weigh = async (file: string, html: string) =>
    [
      file,
      kb((await fontsOf(html)) + fetched + compressed(html) + (await sum(await loadedBy(html), sizeOf))),
    ] as const
  const weights = await Promise.all(
    articles
      .filter(([, html]) => html.includes('data-pagefind-body'))
      .map(([file, html]) => weigh(file, html)),
  )
  weights.sort(([, a], [, b]) => b - a)
  const [heaviest, weight] = weights[0] ?? ['', Number.POSITIVE_INFINITY]
  console.log(
    `heaviest article of ${weights.length}: /${heaviest}, at most ${weight.toFixed(1)} KB compressed without images`,
  )
  expect(weights.length).toBeGreaterThanOrEqual(40)
  expect(weight).toBeLessThanOrEqual(MOST_KB)
})

/** The files of fonts, italics too, whose letters a page has anywhere: more than it loads. */
function fontsFor(html: string): string[] {
  const letters = new Set([...html].map((letter) => letter.codePointAt(0) ?? 0))
  return [...html.matchAll(/@font-face\{[^}]*?url\("\/(_astro\/[^"]+)"\)[^}]*?unicode-range:([^;]+)/g)]
    .filter(([, , ranges = '']) => !letters.isDisjointFrom(codePointsOf(ranges.split(','))))
    .map(([, file = '']) => file)
}

/** The styles and scripts that a page loads by itself: those it names, and those that they import at once. */
async function loadedBy(html: string): Promise<Set<string>> {
  const loaded = new Set<string>()
  const waiting = [...html.matchAll(/(?:src|href)="\/(_astro\/[^"]+\.(?:css|js))"/g)].map(
    ([, file]) => file ?? '',
  )
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue
    loaded.add(file)
    const code = await readFile(join(SAMPLE_DIST, file), 'utf8')
    // import"./x.js" and import{a}from"./x.js", but not import("./x.js"), which waits for the reader.
    for (const [, name] of code.matchAll(/(?:import|from)"\.\/([^"]+\.js)"/g)) waiting.push(`_astro/${name}`)
  }
  return loaded
}
