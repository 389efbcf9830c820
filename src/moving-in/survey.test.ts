import { expect, test } from 'vitest'
import type { OldSystem } from './old-system.ts'
import type { EntryRecord } from './record.ts'
import { Survey } from './survey.ts'

const system: OldSystem = {
  name: 'Old',
  size: 0,
  records: async function* () {},
  pathOf: ({ pathname, search }) => pathname + search,
  mediaPaths: () => [],
  servedAt: (path) => path,
  categoryAddresses: () => [],
}

const entry = (fields: Partial<EntryRecord>): EntryRecord => ({
  record: 'entry',
  kind: 'article',
  id: '',
  title: 'Title',
  slug: '',
  oldAddresses: [],
  status: 'public',
  publishedAt: undefined,
  description: '',
  authors: [],
  category: undefined,
  tags: [],
  comments: [],
  feedId: '',
  shows: [],
  notes: [],
  body: () => ({ html: '', linesMatter: false, notes: [] }),
  ...fields,
})

const surveyOf = () =>
  new Survey(
    system,
    { timeZone: 'UTC', url: 'https://new.example/' },
    { map: () => new Map(), set: () => new Set() },
  )

test.each([
  ['is kept', 'http://old.example/?p=1', 'http://old.example/?p=1'],
  ['that another post has is none', 'http://old.example/?p=7', undefined],
  ['that no feed reader could take is none', 'a b', undefined],
  ['that is too long for an article is none', `http://old.example/${'x'.repeat(300)}`, undefined],
  ['that is not there is none', '', undefined],
])('an id in the feed %s', (_case, guid, expected) => {
  const survey = surveyOf()
  survey.add(entry({ feedId: 'http://old.example/?p=7' }))
  survey.add(entry({ feedId: guid }))
  expect(survey.entries.get(1)?.feedId).toBe(expected)
})

test('an old address keeps what its system tells pages apart by, and nothing of another site is one', () => {
  const survey = surveyOf()
  survey.add({ record: 'site', addresses: ['https://www.old.example/news/'] })
  const oldAddresses = [
    'http://old.example/read.php?id=7',
    '/news/',
    'https://elsewhere.example/x',
    '/a/b.html',
  ]
  survey.add(entry({ oldAddresses }))
  expect(survey.entries.get(0)?.oldPaths).toEqual(['/read.php?id=7', '/a/b.html'])
})
