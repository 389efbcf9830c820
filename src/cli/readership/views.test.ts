import { describe, expect, test } from 'vitest'
import { BROWSER, combinedLine as line, readLogs, totals } from '../../../tests/support/logs.ts'
import type { Outcome } from './totals.ts'

const outcomeOf = async (one: string, url?: string) => {
  const { reports } = await readLogs([[line({ target: '/' }), one]], url ? { url } : {})
  const [[outcome, lines] = ['', 0]] = Object.entries(reports[0]?.totals.lines ?? {}).filter(
    ([outcome, lines]) => lines > 0 && (outcome !== 'page' || lines > 1),
  )
  return [outcome as Outcome, lines]
}

describe('a view is', () => {
  test.each([
    ['a page in the combined format', line()],
    ['in the common format', line().replace(/ "-" "Moz.*/, '')],
    ['by a user with a name, over IPv6', line({ client: '2001:db8::7' }).replace('- -', '- ratna')],
    ['with a time taken at the end', line({ more: ' 0.01' })],
    ['answered from the cache of the reader', line({ status: 304 })],
    ['with a query', line({ target: '/politics/a/?utm_source=mail&from=/politics/b/' })],
    ['of the file itself', line({ target: '/politics/a/index.html' })],
    ['of the file with a query', line({ target: '/politics/a/index.html?x' })],
    ['without the last slash, where a server answers so', line({ target: '/politics/a' })],
    ['with its letters written as codes', line({ target: '/politics/%61/' })],
    ['by the whole address', line({ target: 'https://warta.example/politics/a/' })],
    ['by an old address', line({ target: '/old/a/' })],
    ['by an address of its section before', line({ target: '/politik/a/' })],
    ['by an old address that is a file', line({ target: '/a.html?x' })],
    ['with quotes in its target', line({ target: '/politics/a/?q=\\"x\\"' })],
    ['with quotes in its user agent', line({ agent: `${BROWSER} \\"x\\"` })],
  ])('%s', async (_, view) => {
    expect(await outcomeOf(view)).toEqual(['counted', 1])
  })

  test.each(['/id/warta/politics/a/', '/politics/a/', '/id/warta/old/a/', '/id/warta/a.html'])(
    'at %s, below the base or where a proxy took it off',
    async (target) => {
      expect(await outcomeOf(line({ target }), 'https://warta.example/id/warta/')).toEqual(['counted', 1])
    },
  )
})

describe('no view is', () => {
  test.each<[string, string, Outcome]>([
    ['an unknown page', line({ target: '/politics/other/' }), 'page'],
    ['a tag with the name of an article', line({ target: '/tag/a/' }), 'page'],
    ['an article below another section', line({ target: '/economy/a/' }), 'page'],
    ['the section', line({ target: '/politics/' }), 'page'],
    ['a page with an article in its query', line({ target: '/?next=/politics/a/' }), 'page'],
    ['a file beside the article', line({ target: '/politics/a/photo.jpg' }), 'page'],
    ['something that every object has', line({ target: '/constructor/' }), 'page'],
    ['a broken code', line({ target: '/politics/%E0%A4%A/' }), 'page'],
    ['a redirect', line({ status: 301 }), 'status'],
    ['a page not found', line({ status: 404 }), 'status'],
    ['a part of a page', line({ status: 206 }), 'status'],
    ['a look at the head', line({ method: 'HEAD' }), 'method'],
    ['a comment sent', line({ method: 'POST' }), 'method'],
    ['a handshake for a page', line().replace(/GET [^"]*/, '\\x16\\x03\\x01'), 'method'],
    [
      'a robot',
      line({ agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }),
      'robot',
    ],
    ['a program', line({ agent: 'curl/8.5.0' }), 'robot'],
    ['one who sends no user agent', line({ agent: '-' }), 'robot'],
    ['one who sends an empty user agent', line({ agent: '' }), 'robot'],
    ['a page fetched ahead', line({ more: ' "prefetch;prerender"' }), 'prefetch'],
    ['a page fetched ahead by an older browser', line({ more: ' "-" "prefetch"' }), 'prefetch'],
    ['a month that is none', line().replace('Jul', 'Foo'), 'broken'],
    ['a day that is none', line().replace('05/Jul', '31/Jun'), 'broken'],
    ['an hour that is none', line().replace(':03:20', ':25:20'), 'broken'],
    ['an empty line', '', 'broken'],
    ['half a line', line().slice(0, 60), 'broken'],
    ['bytes', '\0\uFFFD"[\\', 'broken'],
    ['what is still to come', line({ at: '2025-07-12T03:00:00Z' }), 'future'],
  ])('%s', async (_, other, outcome) => {
    const [found] = await outcomeOf(other)
    expect(found).toBe(outcome)
  })

  test('what is older than the days that are kept', async () => {
    const logs = [
      [line({ at: '2025-07-05T03:00:00Z' }), line({ at: '2025-06-01T03:00:00Z', target: '/politics/b/' })],
    ]
    const { readership, reports } = await readLogs(logs, { keepDays: 7 })
    expect(totals(readership)).toEqual({ a: 1 })
    expect(reports[0]?.totals.lines.old).toBe(1)
  })
})

test.each([
  ['05/Jul/2025:10:00:00 +0700', '2025-07-05T03:00:00Z'],
  ['05/Jul/2025:03:59:59 +0000', '2025-07-05T03:00:00Z'],
  ['04/Jul/2025:23:15:00 -0400', '2025-07-05T03:00:00Z'],
  ['01/Jan/2025:02:00:00 +0700', '2024-12-31T19:00:00Z'],
  ['05/Jul/2025:10:45:00 +0530', '2025-07-05T05:00:00Z'],
  ['05/Jul/2025:10:15:00 +0530', '2025-07-05T04:00:00Z'],
])('%s is in the hour %s', async (time, hour) => {
  const { readership } = await readLogs([[line().replace(/\[[^\]]*\]/, `[${time}]`)]])
  expect(readership.articles).toEqual({ a: { [hour]: 1 } })
})

describe('the same client is', () => {
  const count = async (...lines: string[]) => totals((await readLogs([lines])).readership).a
  const at = (minutes: number, more = {}) =>
    line({ at: new Date(Date.UTC(2025, 6, 5, 3, minutes)).toISOString(), ...more })

  test('counted once for reloads less than 30 minutes apart, however many', async () => {
    expect(await count(at(0), at(10), at(39), at(60), at(89))).toBe(1)
  })

  test('counted again after 30 minutes', async () => {
    expect(await count(at(0), at(30), at(61))).toBe(3)
  })

  test('counted for each article', async () => {
    expect(totals((await readLogs([[at(0), at(1, { target: '/politics/b/' })]])).readership)).toEqual({
      a: 1,
      b: 1,
    })
  })

  test('another with another user agent, or another address', async () => {
    expect(await count(at(0), at(1, { agent: `${BROWSER} x` }), at(2, { client: '203.0.113.8' }))).toBe(3)
  })

  test('the same at an old address', async () => {
    expect(await count(at(0), at(1, { target: '/old/a/' }))).toBe(1)
  })

  test('joined by a request that was logged late', async () => {
    expect(await count(at(0), at(50), at(25))).toBe(1)
  })
})
