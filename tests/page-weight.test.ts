import { gzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'
import { launchChromium } from './support/chromium.ts'

const PAGE_BUDGET_KB = 120
const SCRIPT_BUDGET_KB = 10

const ARTICLES = [
  'politics/xi-putin-moscow-joint-statement/',
  'environment/why-jakarta-sinks/',
  'culture/regional-scripts-on-phones/',
]

test.each(ARTICLES)('%s keeps within the budget', async (path) => {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    const sizes = new Map<string, number>()
    let script = 0
    page.on('response', async (response) => {
      const type = response.request().resourceType()
      if (type === 'image') return
      const body = await response.body()
      // A font is compressed already; a server compresses the rest.
      const size = type === 'font' ? body.length : gzipSync(body, { level: 9 }).length
      sizes.set(new URL(response.url()).pathname, size)
      if (type === 'script') script += size
    })
    await page.goto(inject('sampleUrl') + path)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForLoadState('networkidle')
    const inline = await page.locator('script:not([src])').allTextContents()
    script += gzipSync(inline.join('\n')).length
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    const kb = (bytes: number) => (bytes / 1024).toFixed(1)
    console.log(
      `${path}: ${kb(total)} KB compressed without images, ${kb(script)} KB of it script, in ${sizes.size} requests`,
    )
    for (const [name, size] of sizes) console.log(`  ${kb(size).padStart(6)} KB ${name}`)
    expect(total / 1024).toBeLessThanOrEqual(PAGE_BUDGET_KB)
    expect(script / 1024).toBeLessThanOrEqual(SCRIPT_BUDGET_KB)
  } finally {
    await browser.close()
  }
})
