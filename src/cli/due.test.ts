import { afterEach, expect, test, vi } from 'vitest'
import { articleFile, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { run } from './due.ts'

const CONFIG = {
  'src/site.config.ts':
    "export default { name: 'W', tagline: 'N', url: 'https://w.example/', timeZone: 'Asia/Jayapura' }",
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** What `news due` prints, and its exit code, at 22:13 in Jayapura. */
async function due(articles: Record<string, string>, args: string[] = []) {
  const { root } = await temporaryNewsroom({ ...STAFF, ...CONFIG, ...articles })
  vi.stubEnv('NEWSROOM', root)
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 4, 13, 13) / 1000))
  const log = vi
    .spyOn(console, 'log')
    .mockReset()
    .mockImplementation(() => {})
  const code = await run(args)
  return { code, printed: log.mock.calls.flat().join('\n') }
}

const SCHEDULED = {
  'articles/out.md': articleFile({ publishedAt: '2025-07-04T22:13' }),
  'articles/draft.md': articleFile({ publishedAt: '2025-07-04T22:14', draft: 'true' }),
  'articles/last.md': articleFile({ publishedAt: '2025-07-09' }),
  'articles/first.md': articleFile({ title: 'First', publishedAt: '2025-07-04T20:15:30+07:00' }),
  'articles/as-soon.md': articleFile({ title: 'As soon', publishedAt: '2025-07-04T22:15:30' }),
}

test('the next release is told with its zone, all articles of that moment, and how many follow', async () => {
  expect(await due(SCHEDULED)).toEqual({
    code: 0,
    printed: [
      '2025-07-04T22:15:30+09:00  articles/as-soon.md  As soon',
      '2025-07-04T22:15:30+09:00  articles/first.md  First',
      '1 more after that',
    ].join('\n'),
  })
})

test('a correction and a withdrawal that are still to come are due too', async () => {
  const { printed } = await due({
    'articles/out.md': articleFile({
      title: 'Out',
      publishedAt: '2025-07-01',
      corrections: '[{ at: 2025-07-05, note: Told apart }, { at: 2025-07-02, note: Done }]',
      withdrawn: '{ at: 2025-07-06, reason: Not ours }',
    }),
  })
  expect(printed).toBe('2025-07-05T00:00:00+09:00  articles/out.md  Out (correction)\n1 more after that')
})

test('a program gets the same as JSON', async () => {
  const { code, printed } = await due(SCHEDULED, ['--format', 'json'])
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toEqual({
    next: '2025-07-04T22:15:30+09:00',
    releases: [
      { file: 'articles/as-soon.md', title: 'As soon', what: 'article' },
      { file: 'articles/first.md', title: 'First', what: 'article' },
    ],
    later: 1,
  })
})

test('that nothing is due is said, and is exit code 2', async () => {
  const { 'articles/out.md': out, 'articles/draft.md': draft } = SCHEDULED
  const newsroom = { 'articles/out.md': out, 'articles/draft.md': draft }
  expect(await due(newsroom)).toEqual({ code: 2, printed: 'Nothing is due: nothing is scheduled.' })
  const { code, printed } = await due(newsroom, ['--format', 'json'])
  expect([code, JSON.parse(printed)]).toEqual([2, { next: null, releases: [], later: 0 }])
})

test.each([
  [
    'a date that is none',
    articleFile({ publishedAt: 'soon' }),
    'articles/x.md:6:14 "publishedAt" is no date',
  ],
  ['a file that cannot be read', 'no front matter', 'articles/x.md:1:1 There is no front matter'],
])('%s is an error: something may be due in it', async (_, file, message) => {
  await expect(due({ 'articles/x.md': file })).rejects.toThrow(message)
})

test('a format that is not known is named', async () => {
  await expect(due(SCHEDULED, ['--format', 'xml'])).rejects.toThrow('"xml"')
})
