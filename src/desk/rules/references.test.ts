import { expect, test } from 'vitest'
import { parseSite, type SiteInput } from '#domain/site.ts'
import { articleFile, problemAt, problemsOf, SITE, STAFF } from '../../../tests/support/temporary-newsroom.ts'
import { checkReferences } from './references.ts'

test('names of files that are there pass', async () => {
  const article = articleFile({
    series: '{ slug: tariffs, part: 1 }',
    contributors: '[{ author: budi, role: editor }, { name: Ani, role: editor }]',
  })
  const series = { 'src/content/series/tariffs.yml': 'title: Tariffs' }
  expect(await problemsOf(checkReferences, { ...STAFF, ...series, 'articles/x.md': article })).toEqual([])
})

test.each([
  ['a slip in a category', { category: 'politcs' }, '4:11', 'Did you mean "politics"? Categories live in'],
  ['an unknown category', { category: 'weather' }, '4:11', 'not known. Categories live in src/content/cat'],
  ['another case', { category: 'Politics' }, '4:11', 'Did you mean "politics"?'],
  ['a slip in an author', { authors: '[budi, bodi]' }, '5:17', 'Did you mean "budi"? Authors live in'],
  [
    'a list down the page',
    { authors: '\n  - budi\n  - siti' },
    '7:5',
    'Authors live in src/content/authors/',
  ],
  [
    'a contributor',
    { contributors: '\n  - name: Ani\n    role: editor\n  - role: editor\n    author: bud' },
    '11:13',
    'Did you mean "budi"?',
  ],
  [
    'a series',
    { series: '{ slug: tarifs, part: 1 }' },
    '7:17',
    'Did you mean "tariffs"? Series live in src/con',
  ],
])('%s', async (_case, fields, place, advice) => {
  const series = { 'src/content/series/tariffs.yml': 'title: Tariffs' }
  const files = { ...STAFF, ...series, 'articles/x.md': articleFile(fields) }
  expect(await problemsOf(checkReferences, files)).toEqual([problemAt(`articles/x.md:${place}`, advice)])
})

test.each<[string, Record<string, string | undefined>]>([
  ['nothing', { category: undefined, authors: undefined }],
  [
    'other things than names',
    { category: '7', authors: 'budi', contributors: '[ani, null]', series: 'tariffs' },
  ],
])('%s in place of names is left to the schema', async (_case, fields) => {
  const files = { ...STAFF, 'articles/x.md': articleFile(fields) }
  expect(await problemsOf(checkReferences, files)).toEqual([])
})

test('a newsroom without authors gives no nearest name', async () => {
  const problems = await problemsOf(checkReferences, {
    'src/content/categories/politics.yml': 'name: Politics',
    'articles/x.md': articleFile(),
  })
  expect(problems).toEqual([
    problemAt('articles/x.md:5:11', '"budi" is not known: there is none at all. Authors live in'),
  ])
})

test('categories of the config are told by their key', async () => {
  const input: SiteInput = {
    ...SITE,
    menu: ['politics', { label: 'About', href: '/about/' }, 'sport'],
    frontPage: { sections: [{ category: 'politcs' }] },
  }
  expect(await problemsOf(checkReferences, STAFF, parseSite(input))).toEqual([
    problemAt('src/site.config.ts:1:1', 'menu.2: category "sport" is not known.'),
    problemAt(
      'src/site.config.ts:1:1',
      'frontPage.sections.0.category: category "politcs" is not known. Did',
    ),
  ])
})
