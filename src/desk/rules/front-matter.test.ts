import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  articleFile,
  problemAt,
  problemsOf,
  STAFF,
  warningAt,
} from '../../../tests/support/temporary-newsroom.ts'
import { checkDates } from './dates.ts'
import { checkNestedAliases } from './nested-aliases.ts'
import { checkTitles } from './titles.ts'

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 10) / 1000))
})

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  [
    'a year and two days ahead',
    { publishedAt: '2026-07-12' },
    '6:14',
    '"publishedAt" is more than a year ahead',
  ],
  ['a slip in the year', { publishedAt: '2052-07-04' }, '6:14', 'Is the year right?'],
  ['a year without its first digits', { publishedAt: '0025-07-04' }, '6:14', 'older than any newspaper'],
  ['a year before all newspapers', { publishedAt: '1604-12-31T10:00' }, '6:14', 'Is the year right?'],
  ['an update yet to come', { updatedAt: '2025-07-10T12:00' }, '7:12', '"updatedAt" lies ahead'],
])('%s is a warning', async (_case, fields, place, advice) => {
  const [problem, ...others] = await problemsOf(checkDates, { 'articles/x.md': articleFile(fields) })
  expect(problem).toEqual(warningAt(`articles/x.md:${place}`, advice))
  expect(others).toEqual([])
})

test.each([
  ['a year ahead', { publishedAt: '2026-07-09' }],
  ['an embargo with an update after it', { publishedAt: '2025-08-01', updatedAt: '2025-08-02' }],
  ['the moment itself', { publishedAt: '2025-07-10T07:00', updatedAt: '2025-07-10T07:00' }],
  ['the year of the first newspaper', { publishedAt: '1605-07-04' }],
  ['the year 0, which is no date', { publishedAt: '0000-07-04' }],
  ['what is no date', { publishedAt: 'tomorrow', updatedAt: '7' }],
])('%s passes', async (_case, fields) => {
  expect(await problemsOf(checkDates, { 'articles/x.md': articleFile(fields) })).toEqual([])
})

test.each(['TAX REFORM PASSES', 'ПАРЛАМЕНТ ПРИНЯЛ БЮДЖЕТ'])('the title %s shouts', async (title) => {
  const [problem] = await problemsOf(checkTitles, { 'articles/x.md': articleFile({ title }) })
  expect(problem).toEqual(warningAt('articles/x.md:2:8', '"title" is all capitals. Write it'))
})

test.each(['ASEAN, UN', 'COVID-19: what now', '印尼国会通过预算案并宣布新的税收改革', 'Tax reform'])(
  'the title %s does not',
  async (title) => {
    expect(await problemsOf(checkTitles, { 'articles/x.md': articleFile({ title: `"${title}"` }) })).toEqual(
      [],
    )
  },
)

test.each([
  ['another alias', '/old.html', '/old.html/sub/', '"/old.html" of articles/a.md'],
  ['one but for case', '/old.html', '/OLD.html/sub/', '"/old.html" of articles/a.md'],
  ['two folders up', '/a/b.htm', '/a/b.htm/c/d/', '"/a/b.htm" of articles/a.md'],
  [
    'the file of a page',
    '/kept/',
    '/politics/a/index.html/sub/',
    '"/politics/a/index.html" of articles/a.md',
  ],
  ['the file of an alias', '/old/', '/old/index.html/sub/', '"/old/" of articles/a.md'],
  ['the front page', '/old/', '/index.html/sub/', 'the front page, /index.html'],
  ['an article as Markdown', '/old/', '/politics/a.md', '"/politics/a.md" of articles/a.md'],
  ['a compressed alias', '/old.html', '/old.html.br/', '"/old.html" of articles/a.md'],
  [
    'a compressed page',
    '/old/',
    '/politics/a/index.html.gz/sub/',
    '"/politics/a/index.html" of articles/a.md',
  ],
])('an alias below %s is told', async (_case, one, other, owner) => {
  const files = {
    ...STAFF,
    'articles/a.md': articleFile({ aliases: `[${one}]` }),
    'articles/b.md': articleFile({ aliases: `[${other}]` }),
  }
  expect(await problemsOf(checkNestedAliases, files)).toEqual([
    problemAt('articles/b.md:7:11', `lies below ${owner}`),
  ])
})

test('aliases below folders pass, and those of the wrong form are left to the schema', async () => {
  const files = {
    ...STAFF,
    'articles/a.md': articleFile({ aliases: '[/old/, /old/sub/, /old.html, /%E9/]' }),
  }
  expect(await problemsOf(checkNestedAliases, files)).toEqual([])
})
