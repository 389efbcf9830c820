import { describe, expect, test } from 'vitest'
import { BROWSER, combinedLine, readLogs } from '../../../tests/support/logs.ts'

const AT = '2025-07-05T03:20:00Z'
const SECONDS = Date.parse(AT) / 1000

const caddy = (request = {}, rest = {}) =>
  JSON.stringify({
    level: 'info',
    ts: SECONDS + 0.25,
    logger: 'http.log.access.log0',
    msg: 'handled request',
    request: {
      remote_ip: '203.0.113.7',
      client_ip: '203.0.113.7',
      proto: 'HTTP/2.0',
      method: 'GET',
      host: 'warta.example',
      uri: '/politics/a/?x',
      headers: { 'User-Agent': [BROWSER] },
      ...request,
    },
    bytes_read: 0,
    duration: 0.001,
    size: 512,
    status: 200,
    ...rest,
  })

const logpush = (fields = {}) =>
  JSON.stringify({
    ClientIP: '203.0.113.7',
    ClientRequestHost: 'warta.example',
    ClientRequestMethod: 'GET',
    ClientRequestURI: '/politics/a/?x',
    ClientRequestUserAgent: BROWSER,
    EdgeResponseStatus: 200,
    EdgeStartTimestamp: AT,
    ...fields,
  })

const FIELDS =
  '#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie)'
const cloudFront = ({ method = 'GET', stem = '/politics/a/', status = '200', agent = BROWSER } = {}) =>
  [
    ...[
      '2025-07-05',
      '03:20:00',
      'CGK50-P1',
      '512',
      '203.0.113.7',
      method,
      'd1.cloudfront.net',
      stem,
      status,
      '-',
    ],
    ...[agent.replaceAll(' ', '%20'), 'x=1', '-'],
  ].join('\t')
const cloudFrontLog = (...lines: string[]) => ['#Version: 1.0', FIELDS, ...lines]

describe('each format is named, and counts', () => {
  test.each([
    ['nginx or Apache, combined', [combinedLine({ at: AT })]],
    ['nginx or Apache, common', [combinedLine({ at: AT }).replace(/ "-" "Moz.*/, '')]],
    ['Caddy, JSON', [caddy()]],
    ['Cloudflare Logpush', [logpush()]],
    ['CloudFront, standard log', cloudFrontLog(cloudFront())],
  ])('%s', async (name, lines) => {
    const { reports, readership } = await readLogs([['', ...lines]])
    expect(reports.map(({ format }) => format)).toEqual([name])
    expect(readership).toMatchObject({ until: AT, articles: { a: { '2025-07-05T03:00:00Z': 1 } } })
  })
})

describe('what else their lines tell', () => {
  test.each([
    ['another of Caddy’s loggers', [caddy(), '{"level":"info","ts":1,"msg":"serving"}'], 'notes'],
    ['Caddy, no user agent', [caddy({ headers: {} })], 'robot'],
    [
      'Caddy, fetched ahead',
      [caddy({ headers: { 'User-Agent': [BROWSER], 'Sec-Purpose': ['prefetch'] } })],
      'prefetch',
    ],
    ['Caddy, a method', [caddy({ method: 'POST' })], 'method'],
    ['Caddy, a status', [caddy({}, { status: 404 })], 'status'],
    ['Caddy, no time', [caddy(), caddy({}, { ts: 'now' })], 'broken'],
    ['Caddy, cut off', [caddy(), caddy().slice(0, 90)], 'broken'],
    ['Logpush, no user agent', [logpush({ ClientRequestUserAgent: '' })], 'robot'],
    ['Logpush, fetched ahead', [logpush({ RequestHeaders: { 'sec-purpose': 'prefetch' } })], 'prefetch'],
    ['Logpush, a status', [logpush({ EdgeResponseStatus: 499 })], 'status'],
    ['CloudFront, its header', cloudFrontLog(), 'notes'],
    ['CloudFront, a robot', cloudFrontLog(cloudFront({ agent: 'curl/8.5.0' })), 'robot'],
    ['CloudFront, no user agent', cloudFrontLog(cloudFront({ agent: '-' })), 'robot'],
    ['CloudFront, gone before the answer', cloudFrontLog(cloudFront({ status: '000' })), 'status'],
    ['CloudFront, cut off', cloudFrontLog(cloudFront().slice(0, 30)), 'broken'],
  ] as const)('%s', async (_, lines, outcome) => {
    const { reports } = await readLogs([lines])
    expect(reports[0]?.totals.lines[outcome]).toBeGreaterThan(0)
  })

  test.each([
    ['seconds', SECONDS],
    ['nanoseconds', SECONDS * 1e9],
    ['text', AT],
  ])('Logpush gives times in %s', async (_, EdgeStartTimestamp) => {
    const { readership } = await readLogs([[logpush({ EdgeStartTimestamp })]])
    expect(readership.until).toBe(AT)
  })

  test('CloudFront’s columns may come in any order, and change', async () => {
    const other = '#Fields: sc-status cs-uri-stem date time c-ip cs-method cs(User-Agent)'
    const line = ['200', '/politics/b/', '2025-07-05', '03:21:00', '203.0.113.7', 'GET', BROWSER].join('\t')
    const { readership } = await readLogs([cloudFrontLog(cloudFront(), other, line)])
    expect(Object.keys(readership.articles)).toEqual(['a', 'b'])
  })
})

test('a file in no format is an error that shows its first line', async () => {
  await expect(readLogs([['Dear reader,', combinedLine().slice(5, 60)]])).rejects.toThrow(
    /log 1 is in none of the formats.*Its first line is: "Dear reader,"/s,
  )
})

test('an empty file is none', async () => {
  const { reports } = await readLogs([[], [combinedLine()]])
  expect(reports.map(({ format, totals }) => [format, totals.views])).toEqual([
    ['empty', 0],
    ['nginx or Apache, combined', 1],
  ])
})

test('one line more than a megabyte long is broken, and fills no memory', async () => {
  const { reports } = await readLogs([
    [combinedLine(), 'x'.repeat(3_000_000), combinedLine({ client: '::1' })],
  ])
  expect(reports[0]?.totals).toMatchObject({ views: 2 })
  expect(reports[0]?.totals.lines.broken).toBe(1)
})
