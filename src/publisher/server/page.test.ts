import { expect, test } from 'vitest'
import { languagesWith } from '#i18n/dictionary.ts'
import type { HeldBack } from '#desk/held-back.ts'
import { type Attempt, type Status, StatusBoard } from '#publisher/status.ts'
import { healthOf } from './health.ts'
import { writeMetrics } from './metrics.ts'
import { PAGE_POLICY, renderPage } from './page.ts'

const HOSTILE = '</title><script>alert(1)</script>&"\' {moment}'
const AT = Date.parse('2026-11-30T05:00Z')
const commit = { id: '6113728f27ae82c7b1a177c8d03f9e96e0adf246', subject: HOSTILE, author: HOSTILE }
const published: Attempt = {
  at: AT,
  seconds: 1.25,
  outcome: 'published',
  reasons: ['commit', 'clock'],
  commit,
  rendered: 12,
  articles: 3400,
  memory: 500_000_000,
  steps: [{ step: 'render', seconds: 0.5 }],
  warnings: [{ file: HOSTILE, line: 1, column: 1, message: HOSTILE, severity: 'warning' }],
}
const refused: Attempt = {
  ...{ at: AT + 60_000, seconds: 0.5, outcome: 'refused', reasons: ['commit'], commit },
  problems: [{ file: 'articles/x.md', line: 6, column: 9, message: `author "${HOSTILE}" is not known.` }],
}
const heldBack: HeldBack[] = [
  {
    file: 'articles/y.md',
    title: HOSTILE,
    what: 'correction',
    why: 'scheduled',
    until: '2026-12-01T06:00:00+07:00',
  },
  {
    file: 'articles/z.md',
    title: 'Draft',
    what: 'article',
    why: 'draft',
    until: '2026-12-01T06:00:00+07:00',
  },
]

function statusWith(attempts: Attempt[], trouble?: string): Status {
  const board = new StatusBoard(AT, undefined, () => {})
  for (const attempt of attempts) board.ended(attempt, { heldBack, dueAt: AT + 3_600_000 })
  board.trouble(trouble, AT)
  return board.status
}

const outlet = (locale: string) => ({
  name: HOSTILE,
  locale,
  timeZone: 'Asia/Jakarta',
  texts: languagesWith().dictionaryFor(locale).publisher,
})

test('nothing of a file, a commit or a message becomes markup, and no script runs', () => {
  const html = renderPage(statusWith([published, refused], HOSTILE), outlet('en'))
  expect(html).not.toContain('<script')
  expect(html.match(/<\/title>/g)).toHaveLength(1)
  expect(html).toContain('author &quot;&lt;/title&gt;')
  expect(html).not.toMatch(/ (?:style|on\w+)=/)
  expect(PAGE_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /)
})

test('what is public, what comes next, what was refused, what was done', () => {
  const html = renderPage(statusWith([published, refused], 'The disk is full.'), outlet('en'))
  for (const text of [
    '30 November 2026 - 12:00 WIB',
    '3,400 articles',
    'Something is wrong with the server',
    'The disk is full.',
    '<code>articles/x.md:6:9</code>',
    '1 December 2026 - 06:00 WIB</time> · Correction',
    'Drafts (1)',
    'a commit, its time had come',
    'pages 0.5',
  ])
    expect(html).toContain(text)
})

test('in the outlet’s language', () => {
  const html = renderPage(statusWith([published, refused]), outlet('id'))
  expect(html).toContain('<html lang="id" dir="ltr">')
  for (const text of [
    '30 November 2026 - 12:00 WIB',
    '3.400 artikel',
    'Tidak diterbitkan',
    'Koreksi',
    '1,3 dtk',
  ])
    expect(html).toContain(text)
})

test('before the first publication', () => {
  const html = renderPage(statusWith([]), outlet('en'))
  for (const text of ['Nothing has been published yet.', 'Nothing is scheduled.', 'There were none yet.'])
    expect(html).toContain(text)
})

test('health: a refused newsroom is no fault of the publisher, a full disk is', () => {
  expect(healthOf(statusWith([published, refused]), AT)).toEqual({
    status: 'ok',
    published: '2026-11-30T05:00:00.000Z',
    commit: commit.id,
  })
  expect(healthOf(statusWith([], 'The disk is full.'), AT)).toMatchObject({
    status: 'trouble',
    published: null,
  })
  const busy = { ...statusWith([]), busySince: AT }
  expect(healthOf(busy, AT + 59 * 60_000).status).toBe('ok')
  expect(healthOf(busy, AT + 61 * 60_000).status).toBe('hangs')
})

test('metrics are in the form of Prometheus', () => {
  const text = writeMetrics(statusWith([published, refused]), 1000)
  const line =
    /^(?:# (?:HELP|TYPE) \w+ .+|[a-z_]+(?:\{\w+="(?:[^"\\\n]|\\.)*"(?:,\w+="[^"]*")*\})? -?[\d.]+(?:e[+-]?\d+)?)$/
  expect(
    text
      .trimEnd()
      .split('\n')
      .filter((one) => !line.test(one)),
  ).toEqual([])
  for (const one of [
    'warta_publications_total{outcome="refused"} 1',
    'warta_publication_step_seconds_sum{step="render"} 0.5',
    `warta_last_commit_info{commit="${commit.id}"} 1`,
    'warta_refused 1',
    'warta_held_back{what="correction"} 1',
    `warta_next_release_timestamp_seconds ${Date.parse('2026-11-30T23:00:00Z') / 1000}`,
    'warta_held_back{what="draft"} 1',
    'process_resident_memory_bytes 1000',
    'warta_program_resident_memory_bytes 500000000',
  ])
    expect(text).toContain(`${one}\n`)
})
