import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ARABIC_ARTICLE, SAMPLE_ARTICLE } from '../support/page-kinds.ts'
import { blank, PHONE } from '../support/pages.ts'
import { SAMPLE_DIST } from '../support/sites.ts'

/** The fonts that a page asks for from now on. */
function fontsOf(page: Page): string[] {
  const fonts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url())
  })
  return fonts
}

/** The fonts that the letters of an element are drawn with, as Chromium tells; those of the device with a star. */
async function drawnWith(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.map(({ familyName, isCustomFont }) => `${familyName}${isCustomFont ? '' : '*'}`)
}

async function write(page: Page, selector: string, text: string) {
  await page.locator(selector).evaluate((element, given) => (element.textContent = given), text)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
}

test('an article fetches one file of each family, and others where it has a letter of theirs', async () => {
  const page = await blank(PHONE)
  const fonts = fontsOf(page)
  await page.goto(SAMPLE_ARTICLE)
  await page.waitForLoadState('networkidle')
  expect(fonts).toHaveLength(2)
  await write(page, 'h1', 'Menlu Türkiye di Jakarta')
  expect(fonts).toHaveLength(3)
})

// Names as newspapers have them: each letter is the family's own, none of another font in the middle of a word.
test.each([
  ['Vietnamese', 'Nguyễn Phú Trọng, Đặng Thị Ngọc Thịnh, Vương Đình Huệ'],
  ['of Europe', 'Erdoğan, Dvořák, Łódź, Željko, Őrség, Thórunn, Brâncuși'],
])('names are drawn in the family: %s', async (_, names) => {
  const page = await blank(PHONE)
  await page.goto(SAMPLE_ARTICLE)
  for (const [selector, family] of [
    ['h1', 'STIX Two Text'],
    ['main time', 'Public Sans'],
  ] as const) {
    await page
      .locator(selector)
      .first()
      .evaluate((element, given) => (element.textContent = given), names)
    await expect
      .poll(async () => [
        ...new Set(
          (await drawnWith(page, selector)).map((name) =>
            name.replace(/ (Variable|Thin|Regular|Bold).*/, ''),
          ),
        ),
      ])
      .toEqual([family])
  }
})

test.each([
  ['Arabic', 'الناعورة'],
  ['Hebrew', 'הגלגל'],
])('%s is shown in a font of the device, and asks for none', async (_, text) => {
  const page = await blank(PHONE)
  const fonts = fontsOf(page)
  await page.goto(ARABIC_ARTICLE)
  await page.waitForLoadState('networkidle')
  const before = fonts.length
  await write(page, 'h1', text)
  expect(fonts).toHaveLength(before)
  expect((await drawnWith(page, 'h1')).every((name) => name.endsWith('*'))).toBe(true)
})

test.each([
  ['STIX Two Text', 'stix-two-text/files/stix-two-text-latin-wght-normal.woff2'],
  ['Public Sans', 'public-sans/files/public-sans-latin-wght-normal.woff2'],
])('what is left of %s is as wide and as tall as the whole of it, at every weight', async (family, whole) => {
  const html = await readFile(join(SAMPLE_DIST, 'politics/index.html'), 'utf8')
  const face = [...html.matchAll(/@font-face\{[^}]*\}/g)]
    .map(([text]) => text)
    .find((text) => text.includes(family) && text.includes('U+20-7E') && text.includes('style:normal'))
  const [file = ''] = /_astro\/[^"]+/.exec(face ?? '') ?? []
  const fonts = await Promise.all(
    [join(SAMPLE_DIST, file), join('node_modules/@fontsource-variable', whole)].map((path) =>
      readFile(path, 'base64'),
    ),
  )
  const page = await blank()
  const sizes = await page.evaluate(async (files) => {
    for (const [i, bytes] of files.entries()) {
      const data = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))
      document.fonts.add(await new FontFace(`Font${i}`, data, { weight: '400 700' }).load())
    }
    const line = document.createElement('span')
    line.textContent = 'AVATAR Tokyo: “fifth flight” – 2030, Woofer? To 1,5 juta; Wx!'
    line.style.cssText = 'position:absolute;white-space:nowrap;font-size:200px'
    document.body.append(line)
    return [400, 500, 600, 700].map((weight) =>
      files.map((_, i) => {
        line.style.fontFamily = `Font${i}`
        line.style.fontWeight = String(weight)
        const { width, height } = line.getBoundingClientRect()
        return [width, height]
      }),
    )
  }, fonts)
  for (const [own = [], all = []] of sizes) {
    const [[width = 0, height], [wholeWidth = 1, wholeHeight]] = [own, all]
    // Weights between those that were drawn are reckoned from other ones, and rounded.
    expect(Math.abs(width / wholeWidth - 1)).toBeLessThan(1 / 2000)
    expect(height).toBe(wholeHeight)
  }
  expect(new Set(sizes.map(([own]) => own?.[0])).size).toBe(4)
})
