import { describe, expect, test } from 'vitest'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { SITE, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { faultsOf, type Given, isDraft, missingIn } from './given-article.ts'

const NOTHING: Given = {
  ...{ title: undefined, description: undefined, category: undefined, authors: undefined, tags: undefined },
  ...{ publishedAt: undefined, draft: undefined, slug: undefined },
}
const ALL: Given = {
  ...NOTHING,
  ...{ title: 'Flood', description: 'Water.', category: 'politics', authors: ['budi'] },
  publishedAt: '2025-07-04',
}

test.each<[string, Partial<Given>, boolean]>([
  ['without a date', {}, true],
  ['with a date', { publishedAt: '2025-07-04' }, false],
  ['that is said to be one, with a date', { publishedAt: '2025-07-04', draft: true }, true],
  ['that is said to be none, without a date', { draft: false }, false],
])('an article %s is a draft: %s', (_, given, draft) => {
  expect(isDraft({ ...NOTHING, ...given })).toBe(draft)
})

test.each<[string, Given, string[]]>([
  ['nothing', NOTHING, ['the title, in quotes', '--category', '--author']],
  [
    'a date alone',
    { ...NOTHING, publishedAt: '2025-07-04' },
    ['the title, in quotes', '--category', '--author', '--description'],
  ],
  ['all', ALL, []],
  ['all but the description of a draft', { ...ALL, publishedAt: undefined, description: undefined }, []],
])('of %s there is missing what cannot be left out', (_, given, missing) => {
  expect(missingIn(given)).toEqual(missing)
})

describe('what is given', () => {
  const faults = async (given: Partial<Given>) =>
    faultsOf({ ...ALL, ...given }, await readNewsroom(await temporaryNewsroom(STAFF)), SITE)

  test('may be all right', async () => {
    expect(await faults({})).toEqual([])
    expect(await faults({ slug: 'a-flood', tags: ['Rice'] })).toEqual([])
  })

  test.each<[string, Partial<Given>, string]>([
    ['a title that is empty', { title: '' }, '"title"'],
    ['a date that is none', { publishedAt: 'tomorrow' }, '"publishedAt"'],
    ['an author twice', { authors: ['budi', 'budi'] }, '"authors"'],
    [
      'a category that is nearly one',
      { category: 'politcs' },
      'category "politcs" is not known. Did you mean "politics"?',
    ],
    [
      'an author who is not there',
      { authors: ['zoe-of-x'] },
      'author "zoe-of-x" is not known. Known are budi.',
    ],
    [
      'a name that cannot stand in an address',
      { slug: 'A Flood!' },
      '"A Flood!" cannot stand in an address. Write "a-flood".',
    ],
    ['a name without a letter', { slug: '!' }, 'Write "my-headline".'],
  ])('is refused for %s', async (_, given, message) => {
    const found = await faults(given)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(message)
  })
})
