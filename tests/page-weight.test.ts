import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { filesOf, SAMPLE_DIST } from './support/sites.ts'

const PAGE_BUDGET_KB = 120
const SCRIPT_BUDGET_KB = 10

const kb = (bytes: number) => bytes / 1024
const compressed = (body: Buffer | string) => gzipSync(body, { level: 9 }).length

test('what an article loads in a browser keeps within the budget', async () => {
  const path = 'politics/xi-putin-moscow-joint-statement/'
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
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
    expect(kb(total)).toBeLessThanOrEqual(PAGE_BUDGET_KB)
    expect(kb(script)).toBeLessThanOrEqual(SCRIPT_BUDGET_KB)
  } finally {
    await browser.close()
  }
})

test('no article of the sample can pass the budget, with every font and style of the site', async () => {
  const files = await filesOf(SAMPLE_DIST)
  const sizeOf = async (file: string) => compressed(await readFile(join(SAMPLE_DIST, file)))
  const sum = async (pattern: RegExp, size: (file: string) => Promise<number>) => {
    const sizes = await Promise.all(files.filter((file) => pattern.test(file)).map(size))
    return sizes.reduce((total, bytes) => total + bytes, 0)
  }
  const shared =
    (await sum(/\.woff2$/, async (file) => (await readFile(join(SAMPLE_DIST, file))).length)) +
    (await sum(/^_astro\/.*\.(css|js)$/, sizeOf)) +
    (await sizeOf('fragments/ticker/index.html')) +
    (await sizeOf('fragments/trending/politics/index.html'))
  const articles = await Promise.all(
    files
      .filter((file) => file.endsWith('index.html'))
      .map(async (file) => [file, await readFile(join(SAMPLE_DIST, file), 'utf8')] as const),
  )
  const weights = articles
    .filter(([, html]) => html.includes('data-pagefind-body'))
    .map(([file, html]) => [file, kb(shared + compressed(html))] as const)
    .sort(([, a], [, b]) => b - a)
  const [heaviest, weight] = weights[0] ?? ['', Number.POSITIVE_INFINITY]
  console.log(
    `heaviest article of ${weights.length}: /${heaviest}, at most ${weight.toFixed(1)} KB compressed without images`,
  )
  expect(weights.length).toBeGreaterThanOrEqual(40)
  expect(weight).toBeLessThanOrEqual(PAGE_BUDGET_KB)
})
