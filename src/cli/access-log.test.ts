import { describe, expect, test } from 'vitest'
import type { Readership } from '#domain/readership.ts'
import { countView } from './access-log.ts'

const SLUGS = new Set(['xi-putin', 'перепись'])
const COMBINED = '"https://search.example/" "Mozilla/5.0 (X11)"'

/** A line of a combined log, different from a plain view of xi-putin in what is given. */
function line({
  host = '203.0.113.7 - -',
  time = '05/Jul/2025:10:59:59 +0700',
  request = 'GET /politics/xi-putin/ HTTP/1.1',
  status = 200,
  rest = `5120 ${COMBINED}`,
} = {}): string {
  return `${host} [${time}] "${request}" ${status} ${rest}`
}

function count(...lines: string[]): Readership['articles'] {
  const readership: Readership = { articles: {} }
  for (const one of lines) countView(one, SLUGS, readership)
  return readership.articles
}

const get = (address: string) => line({ request: `GET ${address} HTTP/1.1` })

describe('a view is', () => {
  test.each([
    ['in the combined format', line()],
    ['in the common format', line({ rest: '5120' })],
    ['by a user with a name, over IPv6', line({ host: '2001:db8::7 - ratna' })],
    [
      'over HTTP/2, with a time taken at the end',
      line({ request: 'GET /politics/xi-putin/ HTTP/2.0', rest: '51 "-" "-" 0.01' }),
    ],
    ['answered from the cache of the reader', line({ status: 304, rest: '0 "-" "-"' })],
    ['with a query', get('/politics/xi-putin/?utm_source=mail')],
    ['with another address in its query', get('/politics/xi-putin/?from=/politics/other/')],
    ['of the file itself', get('/politics/xi-putin/index.html')],
    ['of the file with a query', get('/politics/xi-putin/index.html?x')],
    ['below a base', get('/id/warta/politics/xi-putin/')],
    ['by the whole address', get('https://warta.example/politics/xi-putin/')],
    ['with a referrer that holds quotes', line({ rest: '51 "https://x.example/?q=\\"GET /\\"" "-"' })],
  ])('a page %s', (_, view) => {
    expect(count(view)).toEqual({ 'xi-putin': { '2025-07-05T03:00:00Z': 1 } })
  })

  test('a page whose slug is of another script, as browsers ask for it', () => {
    expect(count(get('/politik/%D0%BF%D0%B5%D1%80%D0%B5%D0%BF%D0%B8%D1%81%D1%8C/'))).toEqual({
      перепись: { '2025-07-05T03:00:00Z': 1 },
    })
  })
})

describe('no view is', () => {
  test.each([
    ['an unknown page', get('/politics/other/')],
    ['a tag with the name of an article', get('/tag/xi-putin/')],
    ['an author with the name of an article', get('/id/warta/author/xi-putin/')],
    ['a section with the name of an article', get('/xi-putin/')],
    ['a listing', get('/politics/')],
    ['the front page', get('/')],
    ['the front page with an article in its query', get('/?next=/politics/xi-putin/')],
    ['a file beside the article', get('/politics/xi-putin/photo.jpg')],
    ['something below the article', get('/politics/xi-putin/page/2/')],
    ['the address that is redirected to the article', get('/politics/xi-putin')],
    ['a redirect', line({ status: 301 })],
    ['a page not found', line({ status: 404 })],
    ['a part of a page', line({ status: 206 })],
    ['a look at the head', line({ request: 'HEAD /politics/xi-putin/ HTTP/1.1' })],
    ['a comment sent', line({ request: 'POST /politics/xi-putin/ HTTP/1.1' })],
    ['a broken code', get('/politics/%E0%A4%A/')],
    ['a month that is none', line({ time: '05/Foo/2025:10:59:59 +0700' })],
    ['a day that is none', line({ time: '99/Jul/2025:10:59:59 +0700' })],
    ['an empty line', ''],
    ['a handshake for a page', line({ request: '\\x16\\x03\\x01' })],
    ['half a line', line().slice(0, 60)],
    ['a line with something before it', `# ${line()}`],
  ])('%s', (_, other) => {
    expect(countView(other, SLUGS, { articles: {} })).toBe(false)
    expect(count(other)).toEqual({})
  })
})

test.each([
  ['05/Jul/2025:10:00:00 +0700', '2025-07-05T03:00:00Z'],
  ['05/Jul/2025:03:59:59 +0000', '2025-07-05T03:00:00Z'],
  ['04/Jul/2025:23:15:00 -0400', '2025-07-05T03:00:00Z'],
  ['01/Jan/2026:02:00:00 +0700', '2025-12-31T19:00:00Z'],
  ['05/Jul/2025:10:45:00 +0530', '2025-07-05T05:00:00Z'],
  ['05/Jul/2025:10:15:00 +0530', '2025-07-05T04:00:00Z'],
])('%s is in the hour %s', (time, hour) => {
  expect(count(line({ time }))).toEqual({ 'xi-putin': { [hour]: 1 } })
})

test('views add up by article and hour, on top of what was counted before', () => {
  const readership: Readership = { articles: { 'xi-putin': { '2025-07-05T03:00:00Z': 5 } } }
  const later = line({ time: '05/Jul/2025:11:00:00 +0700' })
  expect([line(), line(), later].map((one) => countView(one, SLUGS, readership))).toEqual([true, true, true])
  expect(readership.articles).toEqual({
    'xi-putin': { '2025-07-05T03:00:00Z': 7, '2025-07-05T04:00:00Z': 1 },
  })
})
