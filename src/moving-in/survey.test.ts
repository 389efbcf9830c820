import { expect, test } from 'vitest'
import { OLD_SYSTEM, oldEntry } from '../../tests/support/old-records.ts'
import { Survey } from './survey.ts'

const surveyOf = () =>
  new Survey(
    OLD_SYSTEM,
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
  survey.add(oldEntry({ feedId: 'http://old.example/?p=7' }))
  survey.add(oldEntry({ feedId: guid }))
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
  survey.add(oldEntry({ oldAddresses }))
  expect(survey.entries.get(0)?.oldPaths).toEqual(['/read.php?id=7', '/a/b.html'])
})
