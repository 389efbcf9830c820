import { hash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { type Deployed, deployNginx } from '../support/deployed.ts'
import { SAMPLE_DIST } from '../support/sites.ts'

const AT = '.cache/test/dictionary-nginx'
const ARTICLES = [
  '/politics/xi-putin-moscow-joint-statement/',
  '/business/warehouse-by-the-rice-mill/',
  '/economy/exchange-rate-at-the-kitchen-table/',
  '/economy/what-gdp-per-person-hides/',
]
let nginx: Deployed
let browser: Browser

beforeAll(async () => {
  nginx = await deployNginx(SAMPLE_DIST, { at: AT })
  const { publicKey } = new X509Certificate(await readFile(join(AT, 'certificate.pem')))
  const key = hash('sha256', publicKey.export({ type: 'spki', format: 'der' }), 'base64')
  // Told to ignore every fault of certificates, Chromium would keep nothing.
  const args = [`--ignore-certificate-errors-spki-list=${key}`, '--disable-background-networking']
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...args, ...sandbox] })
})
afterAll(async () => {
  await browser.close()
  await nginx.stop()
})

test('Chromium fetches the dictionary with the third article that its reader reads, and unpacks the next with it', async () => {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const encodings: string[] = []
  session.on('Network.responseReceived', ({ type, response }) => {
    if (type === 'Document') encodings.push(response.headers['content-encoding'] ?? 'none')
  })
  const log = () => readFile(join(AT, 'news.log'), 'utf8')
  const [first = '', second = '', third = '', fourth = ''] = ARTICLES
  for (const path of [first, second]) {
    await page.goto(nginx.origin + path)
    await page.waitForLoadState('networkidle')
  }
  expect(await log()).not.toContain('/pages.dict')
  await page.goto(nginx.origin + third)
  await expect.poll(log).toContain('GET /pages.dict ')
  // Until the browser has it, and has read it; each time by an address of which it has kept nothing.
  let tries = 0
  await expect
    .poll(
      async () => {
        encodings.length = 0
        await page.goto(`${nginx.origin}${fourth}?${tries++}`)
        return encodings
      },
      { interval: 500, timeout: 30_000 },
    )
    .toEqual(['dcz'])
  const text = await readFile(join(SAMPLE_DIST, fourth, 'index.html'), 'utf8')
  expect(await page.title()).toBe(/<title>([^<]*)/.exec(text)?.[1]?.replaceAll('&#39;', "'"))
  expect(await page.locator('.prose p').count()).toBeGreaterThan(3)
  expect(await page.locator('footer').isVisible()).toBe(true)
})
