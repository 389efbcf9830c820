import { expect, test } from 'vitest'
import { articleFile, problemsOf, warningAt } from '../../../tests/support/temporary-newsroom.ts'
import { checkTagNames } from './tag-names.ts'

const tagged = (...tags: string[]) => articleFile({ tags: JSON.stringify(tags) })

test.each([
  [['C++'], ['C#'], ['C']],
  [['ASEAN'], ['Asean'], ['asean']],
  [['Timor-Leste'], ['Timor Leste'], ['São Tomé', 'Sao Tome']],
  [['50%'], ['50'], ['A', 'A+']],
])('nothing is said of %j, %j, %j', async (...lists) => {
  const files = lists.map((tags, i) => [`articles/${i}.md`, tagged(...tags)])
  expect(await problemsOf(checkTagNames, Object.fromEntries(files))).toEqual([])
})

test.each([
  ['R&B', 'R B'],
  ['#MeToo', 'MeToo'],
  ['A/B', 'A b'],
  ['$100', '100'],
])('%j and %j are one address, and both are named', async (usual, other) => {
  const problems = await problemsOf(checkTagNames, {
    'articles/1.md': tagged('City', usual),
    'articles/2.md': tagged(usual),
    'articles/3.md': tagged(other),
    'articles/4.md': tagged(other.toLowerCase()),
  })
  expect(problems).toEqual([
    warningAt('articles/3.md:7:8', `the tag "${other}" and "${usual}" of articles/1.md:7 have one address`),
  ])
})

test('an old address of a tag that no article has is told at the tag', async () => {
  const problems = await problemsOf(checkTagNames, {
    'articles/1.md': tagged('Kesehatan', 'C++'),
    'src/content/tags.yml': 'kesehatan: [/tag/sehat/]\n"C++": [/tag/cpp/]\nKesehatn: [/tag/x/]',
  })
  expect(problems).toEqual([
    warningAt(
      'src/content/tags.yml:3:1',
      'no article has the tag "Kesehatn", so its old addresses lead nowhere. Did you mean "Kesehatan"?',
    ),
  ])
})
