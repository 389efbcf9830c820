import { cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ask, deployNginx } from '../support/deployed.ts'
import { SAMPLE_DIST } from '../support/sites.ts'
import { editionText, keepSwapping } from '../support/swapping.ts'
import { load } from '../support/wrk.ts'

const ARTICLE = 'politics/xi-putin-moscow-joint-statement'
const SECONDS = 4
/** A site of one article, so that it is published often in little time. */
const SITE = '.cache/test/swapped-site'
const LIVE = resolve('.cache/test/swapped/dist')

test('while the site is published again and again, readers get whole pages and nothing else', async () => {
  await rm(SITE, { recursive: true, force: true })
  for (const path of [ARTICLE, '404.html']) {
    await mkdir(dirname(join(SITE, path)), { recursive: true })
    await cp(join(SAMPLE_DIST, path), join(SITE, path), { recursive: true })
  }
  const swapping = await keepSwapping(SITE, LIVE)
  const nginx = await deployNginx(LIVE, { at: '.cache/test/swapped-nginx' })
  try {
    const editions = [editionText(0), editionText(1)]
    const read = async () => {
      let reads = 0
      for (const end = Date.now() + SECONDS * 1000; Date.now() < end; reads++) {
        const { status, body } = await ask(nginx.origin, '/edition.txt')
        expect(status).toBe(200)
        expect(editions).toContain(body.toString())
      }
      return reads
    }
    const headers = { 'Accept-Encoding': 'br' }
    const [found, reads] = await Promise.all([
      load(`${nginx.origin}/${ARTICLE}/`, { connections: 20, seconds: SECONDS, headers }),
      read(),
    ])
    const swaps = await swapping.stop()
    console.log(`${swaps} publications under ${found.requests} requests, and ${reads} of a long file`)
    expect(found).toMatchObject({ refused: 0, broken: 0 })
    expect(Math.min(swaps, reads, found.requests)).toBeGreaterThan(1)
  } finally {
    await swapping.stop()
    await nginx.stop()
  }
})
