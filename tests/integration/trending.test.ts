import { execFile } from 'node:child_process'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../support/build.ts'
import { elementsOf, textOf } from '../support/html.ts'
import { BROWSER, totals } from '../support/logs.ts'
import { startNginx, type TestNginx, type Visit, visit } from '../support/nginx.ts'
import { FIXTURE, FIXTURE_BASE, FIXTURE_DIST } from '../support/sites.ts'

const NEWSROOM = '.cache/test/read-newsroom'
const OUT = '.cache/test/read'
const READERSHIP = join(NEWSROOM, 'src/content/readership.json')

let nginx: TestNginx

beforeAll(async () => {
  await rm(NEWSROOM, { recursive: true, force: true })
  await cp(FIXTURE, NEWSROOM, { recursive: true })
  await rm(READERSHIP)
  nginx = await startNginx(FIXTURE_DIST, FIXTURE_BASE, '.cache/test/nginx')
})

afterAll(() => nginx.stop())

/** Reads a page of the fixture as so many clients; the statuses that they got. */
async function read(path: string, clients: number, more: Partial<Visit> = {}): Promise<Set<number>> {
  const statuses = new Set<number>()
  for (let i = 1; i <= clients; i++) {
    const headers = { 'User-Agent': BROWSER, ...more.headers }
    statuses.add(
      await visit(nginx.port, { from: `127.0.1.${i}`, ...more, path: FIXTURE_BASE + path, headers }),
    )
  }
  return statuses
}

async function news(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/news.ts', ...args], {
    env: { PATH: process.env.PATH, NEWSROOM },
  })
  return stdout
}

const readership = async () => JSON.parse(await readFile(READERSHIP, 'utf8'))

describe('what is read from a real nginx', () => {
  test('is what its log is counted as, and what the lists of the next build show', async () => {
    expect(await read('city/bus-fares/', 7)).toEqual(new Set([200]))
    await read('city/river-level/?utm_source=mail', 5)
    await read('sport/cup-final/index.html', 4)
    await read('sport/rowing-club/', 2)
    await read('sport/rowing-club/', 3, { from: '127.0.1.9' })
    // None of these is a reader's.
    await read('world/harbour-opens/', 9, { headers: { 'User-Agent': 'curl/8.5.0' } })
    await read('world/harbour-opens/', 9, { headers: { 'User-Agent': '' } })
    await read('world/harbour-opens/', 9, { headers: { 'Sec-Purpose': 'prefetch;prerender' } })
    await read('world/harbour-opens/', 9, { method: 'HEAD' })
    expect(await read('world/harbour-opens', 9)).toEqual(new Set([301]))
    expect(await read('world/not-here/', 3)).toEqual(new Set([404]))
    await read('world/', 9)

    expect(await news('trending', nginx.log)).toMatch(
      /nginx or Apache, combined\): 19 views in \d+ lines; .*9 fetched ahead.*18 by robots.*2 by the same client/,
    )
    expect(totals(await readership())).toEqual({
      'bus-fares': 7,
      'river-level': 5,
      'cup-final': 4,
      'rowing-club': 3,
    })

    const { exitCode, output } = await build({ newsroom: NEWSROOM, outDir: OUT })
    expect(exitCode, output).toBe(0)
    const linksIn = async (file: string) =>
      elementsOf(await readFile(join(OUT, file), 'utf8'))
        .filter(
          ({ tagName, properties }) => tagName === 'a' && String(properties.className).includes('card-link'),
        )
        .map(textOf)
    expect(await linksIn('fragments/trending/index.html')).toEqual([
      'Bus fares in the news',
      'River level in the news',
      'Cup final in the news',
    ])
    expect(await linksIn('fragments/trending/sport/index.html')).toEqual([
      'Cup final in the news',
      'Rowing club in the news',
    ])
    const day = await linksIn('trending/index.html')
    expect(day.slice(0, 4)).toEqual(
      expect.arrayContaining(['Bus fares in the news', 'Rowing club in the news']),
    )
  })

  test('counts once, whether its log is read again, has grown, or was rotated and packed', async () => {
    const before = await readership()
    expect(await news('trending', nginx.log)).toContain('Nothing was counted')
    expect(await readership()).toEqual(before)

    await read('city/river-level/', 1, { from: '127.0.1.77' })
    await news('trending', nginx.log)
    const rotated = '.cache/test/nginx/access.log.1.gz'
    await writeFile(rotated, gzipSync(await readFile(nginx.log)))
    await news('trending', rotated)
    expect(totals(await readership())).toMatchObject({ 'river-level': 6, 'bus-fares': 7 })
  })

  test('is reported with charts, and nobody’s address or browser is kept', async () => {
    expect(await news('trending', '--report')).toMatch(/1 {2}Bus fares in the news +City & Region +7 +\+7 +7/)
    const report = elementsOf(await readFile('.cache/trending/report.html', 'utf8'))
    expect(report.filter(({ tagName }) => tagName === 'svg').length).toBe(4)
    expect(report.filter(({ tagName }) => tagName === 'script')).toEqual([])
    expect(await readFile(READERSHIP, 'utf8')).not.toMatch(/127\.0|Mozilla/)
  })
})
