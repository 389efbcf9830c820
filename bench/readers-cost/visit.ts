import { hash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { chromiumPath } from '../../tests/support/chromium.ts'

/** Of a usual phone, in CSS pixels, with its pixels to each of them. */
const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2.625,
  isMobile: true,
  hasTouch: true,
}

/** What a view of a page is made of, in the order of the columns. */
const KINDS = { Document: 'HTML', Stylesheet: 'styles', Script: 'scripts', Font: 'fonts', Image: 'pictures' }
const OTHER = 'other'
/** In which a browser fetches what can wait. */
const IDLE_MS = 2000

export const COLUMNS: readonly string[] = [...Object.values(KINDS), OTHER]

/** Bytes over the wire of a view, headers among them. */
export interface View {
  requests: number
  /** By the names of COLUMNS. */
  bytes: Record<string, number>
}

/**
 * What each page of a visit costs a reader who comes with an empty cache, until the network is silent; he reads the first
 * screen and does not scroll.
 * @param certificate of the site's server: a browser that is to ignore faults of certificates would keep nothing
 */
export async function visit(urls: readonly string[], certificate: string): Promise<View[]> {
  const { publicKey } = new X509Certificate(readFileSync(certificate))
  const digest = hash('sha256', publicKey.export({ type: 'spki', format: 'der' }), 'base64')
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      `--ignore-certificate-errors-spki-list=${digest}`,
    ],
  })
  try {
    return await viewsOf(browser, urls)
  } finally {
    await browser.close()
  }
}

async function viewsOf(browser: Browser, urls: readonly string[]): Promise<View[]> {
  const page = await (await browser.newContext(PHONE)).newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const kinds = new Map<string, string>()
  let view: View = { requests: 0, bytes: {} }
  session.on('Network.responseReceived', ({ requestId, type }) =>
    kinds.set(requestId, (KINDS as Record<string, string>)[type] ?? OTHER),
  )
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    // What the browser has already is no request.
    if (encodedDataLength === 0) return
    const kind = kinds.get(requestId) ?? OTHER
    view.requests++
    view.bytes[kind] = (view.bytes[kind] ?? 0) + encodedDataLength
  })
  const views: View[] = []
  for (const url of urls) {
    view = { requests: 0, bytes: {} }
    await page.goto(url)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(IDLE_MS)
    views.push(view)
  }
  return views
}
