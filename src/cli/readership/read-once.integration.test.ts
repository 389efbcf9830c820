import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { article, editionOf } from '../../../tests/support/newsroom.ts'
import { BROWSER, combinedLine, type LoggedRequest, readLogs, totals } from '../../../tests/support/logs.ts'
import type { Readership } from '#domain/readership.ts'
import { rankTrending } from '#domain/trending.ts'

const START = Date.UTC(2025, 6, 5)
const RUNS = { numRuns: 40, seed: 7 }

const request = fc.record({
  client: fc.integer({ min: 1, max: 6 }).map((n) => `203.0.113.${n}`),
  seconds: fc.integer({ min: 0, max: 3 * 3600 }),
  target: fc.constantFrom(
    ...['/politics/a/', '/politics/b/?x', '/politics/c/index.html', '/old/a/', '/', '/politics/', '/x.css'],
  ),
  status: fc.constantFrom(200, 200, 200, 304, 404),
  agent: fc.constantFrom(BROWSER, BROWSER, `${BROWSER} x`, 'curl/8.5.0', '-'),
})

/** A log as a server writes it: in the order of time. */
const log = fc
  .array(request, { minLength: 8, maxLength: 120 })
  .map((requests) =>
    requests
      .sort((a, b) => a.seconds - b.seconds)
      .map(({ seconds, ...rest }) => combinedLine({ ...rest, at: at(seconds) })),
  )

function at(seconds: number): string {
  return new Date(START + 1000 * seconds).toISOString()
}

const viewsOf = async (logs: readonly (readonly string[])[], earlier?: Readership) =>
  (await readLogs(logs, earlier ? { earlier } : {})).readership

const articles = editionOf(
  ['a', 'b', 'c', 'd'].map((slug) => article(slug, { publishedAt: '2025-07-01' })),
).summaries

const list = (readership: Readership) =>
  rankTrending(articles, readership, {
    halfLifeHours: 36,
    minimumArticles: 1,
    maxAgeDays: 14,
    limit: 4,
    at: new Date('2025-07-06'),
  }).articles.map(({ slug }) => slug)

describe('whatever was read', () => {
  test('the order of lines makes no difference', async () => {
    const shuffled = log.chain((lines) =>
      fc.record({
        lines: fc.constant(lines),
        other: fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ lines, other }) => {
        expect((await viewsOf([other])).articles).toEqual((await viewsOf([lines])).articles)
      }),
      RUNS,
    )
  })

  test('reading it twice changes nothing, at once or later', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (lines) => {
        const once = await viewsOf([lines])
        expect(await viewsOf([lines, lines])).toEqual(once)
        expect(await viewsOf([lines], once)).toEqual(once)
      }),
      RUNS,
    )
  })

  test('pieces of a log that overlap by four lines or more, in any order and in any runs, are the log', async () => {
    const pieces = fc.record({
      lines: log,
      cuts: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 5 }),
      atOnce: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(pieces, async ({ lines: logged, cuts, atOnce }) => {
        // In several runs each reader reads once: a visit that a piece begins in the middle of is two to them.
        const lines = atOnce ? logged : logged.map((line, i) => line.replace(/^\S+/, `198.51.100.${i}`))
        // An overlap is known by a mark of four lines.
        const fours = Math.floor(lines.length / 4)
        const parts = cuts.map(([a, b]) => {
          const [from, to] = [a % fours, b % fours].sort((x, y) => x - y) as [number, number]
          return lines.slice(4 * from, 4 * to + 4)
        })
        let readership: Readership | undefined
        const all = [...parts, lines]
        if (atOnce) readership = await viewsOf(all)
        else for (const part of all) readership = await viewsOf([part], readership)
        expect(totalOf(readership)).toBe(totalOf(await viewsOf([lines])))
        expect(await viewsOf([lines], readership)).toEqual(readership)
      }),
      RUNS,
    )
  })

  test('a log read as it grows is the log', async () => {
    const growing = fc.record({
      lines: log,
      sizes: fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(growing, async ({ lines, sizes }) => {
        let readership: Readership | undefined
        for (const size of [...sizes.sort((a, b) => a - b), lines.length]) {
          readership = await viewsOf([lines.slice(0, size)], readership)
        }
        expect(readership?.articles).toEqual((await viewsOf([lines])).articles)
        expect(readership?.logs?.length).toBe(1)
      }),
      RUNS,
    )
  })
})

describe('the list is not moved', () => {
  const honest = Array.from({ length: 40 }, (_, i) =>
    combinedLine({
      client: `198.51.100.${i}`,
      at: at(300 * i),
      target: `/politics/${['a', 'a', 'a', 'b', 'b', 'c'][i % 6]}/`,
    }),
  )
  const withFlood = async (more: LoggedRequest) => {
    const flood = Array.from({ length: 500 }, (_, i) =>
      combinedLine({ at: at(i * 20), target: '/politics/c/', ...more }),
    )
    return viewsOf([[...honest, ...flood]])
  }

  test('by a flood of robots', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'curl/8.5.0',
          '-',
          'python-requests/2.32',
          'GPTBot/1.2',
          'Mozilla/5.0 (compatible; bingbot/2.0)',
        ),
        fc.ipV4(),
        async (agent, client) => {
          expect((await withFlood({ agent, client })).articles).toEqual((await viewsOf([honest])).articles)
        },
      ),
      { ...RUNS, numRuns: 15 },
    )
  })

  test('by the reloads of one client', async () => {
    const before = await viewsOf([honest])
    const after = await withFlood({ client: '192.0.2.1' })
    expect(totalOf(after)).toBe(totalOf(before) + 1)
    expect(list(after)).toEqual(list(before))
    expect(list(before)).toEqual(['a', 'b', 'c'])
  })

  test('when all counts double', async () => {
    const readership = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.dictionary(
        fc.integer({ min: 0, max: 100 }).map((hours) => at(hours * 3600).replace('.000', '')),
        fc.integer({ min: 0, max: 1000 }),
        { noNullPrototype: true },
      ),
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(readership, (articles) => {
        const doubled = Object.fromEntries(
          Object.entries(articles).map(([slug, hours]) => [
            slug,
            Object.fromEntries(Object.entries(hours).map(([hour, views]) => [hour, 2 * views])),
          ]),
        )
        expect(list({ articles: doubled })).toEqual(list({ articles }))
      }),
      { ...RUNS, numRuns: 500 },
    )
  })
})

function totalOf(readership: Readership | undefined): number {
  return Object.values(totals(readership ?? { articles: {} })).reduce((sum, views) => sum + views, 0)
}
