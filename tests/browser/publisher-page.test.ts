import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languagesWith } from '#i18n/dictionary.ts'
import { systemClock } from '#publisher/clock.ts'
import { startServer } from '#publisher/server/server.ts'
import { type Attempt, StatusBoard } from '#publisher/status.ts'
import { axeInBothThemes } from '../support/axe.ts'
import { open } from '../support/pages.ts'

const AT = Date.parse('2026-11-30T05:00Z')
const LONG = `articles/2026/11/${'a-name-that-goes-on-and-on-'.repeat(8)}.md`
const commit = { id: '6113728f27ae82c7b1a177c8d03f9e96e0adf246', subject: 'Adds the report', author: 'Ana' }
const steps = [
  { step: 'render', seconds: 0.5 },
  { step: 'publish', seconds: 0.3 },
] as const
const attempts: Attempt[] = [
  {
    ...{ at: AT, seconds: 1.2, outcome: 'published', reasons: ['commit', 'clock'], commit, steps },
    ...{ rendered: 12, articles: 3400 },
    warnings: [{ file: LONG, line: 1, column: 1, message: 'is small.', severity: 'warning' }],
  },
  { at: AT, seconds: 0.1, outcome: 'failed', reasons: ['retry'], message: 'ENOSPC: no space left on device' },
  {
    ...{ at: AT, seconds: 0.5, outcome: 'refused', reasons: ['files'] },
    problems: [{ file: LONG, line: 6, column: 9, message: 'author "budy" is not known.' }],
  },
]
const held = { file: LONG, title: 'Council to vote', until: '2026-12-01T06:00:00+07:00' } as const

describe.each(['en', 'id'])('the newsroom’s page in %s', (locale) => {
  let server: Awaited<ReturnType<typeof startServer>>
  let url: string
  beforeAll(async () => {
    const board = new StatusBoard(AT, undefined, () => {})
    const heldBack = [
      { ...held, what: 'correction', why: 'scheduled' },
      { ...held, what: 'article', why: 'draft' },
    ] as const
    for (const attempt of attempts) board.ended(attempt, { heldBack, dueAt: AT })
    board.trouble('The repository cannot be published from: it does not answer.', AT)
    server = await startServer({
      ...{ listen: { host: '127.0.0.1', port: 0 }, clock: systemClock, hook: undefined, pageUrl: undefined },
      status: () => board.status,
      outlet: async () => ({
        ...{ name: 'Kabar Uji', locale, timeZone: 'Asia/Jakarta' },
        texts: languagesWith().dictionaryFor(locale).publisher,
      }),
      look: async () => '',
    })
    url = `http://127.0.0.1:${server.port}/`
  })
  afterAll(() => server.close())

  test.each([360, 1440])('is for everybody, %i pixels wide and without scripts', async (width) => {
    const page = await open(url, { viewport: { width, height: 900 } })
    expect(await page.locator('summary').count()).toBe(2)
    for (const summary of await page.locator('summary').all()) {
      await summary.focus()
      await page.keyboard.press('Enter')
    }
    expect(await page.locator('details[open]').count()).toBe(2)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await page.locator('script, [style]').count()).toBe(0)
    expect(await axeInBothThemes(page)).toEqual([])
  })
})
