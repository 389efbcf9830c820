import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  articleFile,
  problemAt,
  problemsOf,
  SITE,
  STAFF,
  warningAt,
} from '../../../tests/support/temporary-newsroom.ts'
import { checkBreaking } from './breaking.ts'
import { checkSchema } from './schema.ts'

beforeEach(() => vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 4, 12) / 1000)))
afterEach(() => vi.unstubAllEnvs())

const FILE = 'src/content/breaking.yml'
const ARTICLES = {
  ...STAFF,
  'articles/the-story.md': articleFile({ publishedAt: '2025-07-04T18:00:00+07:00' }),
  'articles/a-draft.md': articleFile({ draft: 'true' }),
  'articles/later.md': articleFile({ publishedAt: '2025-07-04T21:00:00+07:00' }),
}
const TIMES = 'from: 2025-07-04T19:00\nuntil: 2025-07-04T22:00\n'
const judged = (line: string) => problemsOf(checkBreaking, { ...ARTICLES, [FILE]: `text: Closed\n${line}` })

test.each([
  '',
  '# Nothing at present.\n',
  `${TIMES}article: the-story`,
  `${TIMES}href: /politics/the-story/`,
  `${TIMES}href: https://other.example/`,
  // What is over leads nobody anywhere.
  'from: 2025-07-01T19:00\nuntil: 2025-07-01T22:00\narticle: gone',
])('nothing is said of %j', async (line) => {
  expect(await judged(line)).toEqual([])
})

test.each([
  [`${TIMES}article: the-stroy`, problemAt(`${FILE}:4:10`, 'Did you mean "the-story"?')],
  [`${TIMES}article: a-draft`, warningAt(`${FILE}:4:10`, 'articles/a-draft.md, which is a draft')],
  [`${TIMES}article: later`, warningAt(`${FILE}:4:10`, 'published only later')],
  [`${TIMES}href: /politics/the-stroy/`, problemAt(`${FILE}:4:7`, 'leads to no page')],
  ['from: 2025-07-04T19:00\nuntil: 2025-07-07T22:00', warningAt(`${FILE}:3:8`, 'more than 48 hours')],
])('%j', async (line, problem) => {
  expect(await judged(line)).toEqual([problem])
})

test('a file without a field is no line, and one with a wrong field is told', async () => {
  expect(await problemsOf(checkSchema, { [FILE]: '# None.\n' }, SITE)).toEqual([])
  expect(await problemsOf(checkSchema, { [FILE]: `text: Closed\n${TIMES}untill: x` }, SITE)).toEqual([
    problemAt(`${FILE}:4:1`, 'Did you mean "until"?'),
  ])
})

test('a file that cannot be read is told', async () => {
  const { readNewsroom } = await import('../read-newsroom.ts')
  const { temporaryNewsroom } = await import('../../../tests/support/temporary-newsroom.ts')
  const { problems } = await readNewsroom(await temporaryNewsroom({ [FILE]: 'text: "Closed' }))
  expect(problems).toEqual([expect.objectContaining({ file: FILE, line: 1 })])
})
