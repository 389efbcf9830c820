import { expect, test } from 'vitest'
import {
  articleFile,
  problemAt,
  SITE,
  STAFF,
  temporaryNewsroom,
} from '../../tests/support/temporary-newsroom.ts'
import { checkNewsroom } from './check.ts'
import { reportProblems } from './problem.ts'
import { readNewsroom } from './read-newsroom.ts'

test('a sound newsroom has no problem', async () => {
  const folder = await temporaryNewsroom({ ...STAFF, 'articles/x.md': articleFile() })
  expect(await checkNewsroom(await readNewsroom(folder), SITE)).toEqual([])
})

test('one run tells every broken file, each at its line', async () => {
  const folder = await temporaryNewsroom({
    ...STAFF,
    'articles/sound.md': articleFile(),
    'articles/syntax.md': articleFile({ title: 'Budget: what now' }),
    'articles/bytes.md': Buffer.from(articleFile({ title: 'Caf\xe9' }), 'latin1'),
    'articles/bare.md': 'No front matter',
    'articles/ending.markdown': articleFile(),
    'articles/field.md': articleFile({ drfat: 'true' }),
    'articles/date.md': articleFile({ publishedAt: '2026-02-30' }),
    'articles/author.md': articleFile({ authors: '[bodi]' }),
    'articles/category.md': articleFile({ category: 'politcs' }),
    'articles/Name.md': articleFile(),
    'articles/2024/twice.md': articleFile(),
    'articles/2025/twice.md': articleFile(),
    'articles/alias.md': articleFile({ aliases: '[/politics/]' }),
    'articles/image.md': articleFile({}, '\n\n![A](gone.jpg)'),
    'src/content/authors/siti.yml': 'nme: Siti',
    'src/content/categories/search.yml': 'name: Search',
    'src/content/pages/politics.md': '---\ntitle: A\ndescription: B\n---\nText.\n',
  })
  const problems = await checkNewsroom(await readNewsroom(folder), SITE)
  const places = reportProblems(problems)
    .split('\n')
    .slice(1)
    .map((line) => line.split(' ')[0])
  expect(places).toEqual([
    'articles/2024/twice.md:1:1',
    'articles/2025/twice.md:1:1',
    'articles/Name.md:1:1',
    'articles/alias.md:7:11',
    'articles/author.md:5:11',
    'articles/bare.md:1:1',
    'articles/bytes.md:2:11',
    'articles/category.md:4:11',
    'articles/date.md:6:14',
    'articles/ending.markdown:1:1',
    'articles/field.md:7:1',
    'articles/image.md:10:1',
    'articles/syntax.md:2:8',
    'src/content/authors/siti.yml:1:1',
    'src/content/authors/siti.yml:1:1',
    'src/content/categories/search.yml:1:1',
    'src/content/pages/politics.md:1:1',
  ])
})

test('one file may break several rules', async () => {
  const folder = await temporaryNewsroom({
    ...STAFF,
    'articles/x.md': articleFile({ category: 'sport', draft: 'maybe', image: '{ src: gone.jpg, alt: A }' }),
  })
  const problems = await checkNewsroom(await readNewsroom(folder), SITE)
  expect(problems).toEqual([
    problemAt('articles/x.md:4:11', 'Categories live in'),
    problemAt('articles/x.md:7:8', 'true or false'),
    problemAt('articles/x.md:8:15', 'is not there'),
  ])
})

test('a file that was sound is judged by what stands in others alone', async () => {
  const folder = await temporaryNewsroom({
    ...STAFF,
    'articles/x.md': articleFile({ drfat: 'true', authors: '[bodi]' }),
  })
  const files = await readNewsroom(folder)
  const articles = files.sources.articles.map((source) => ({ ...source, wasSound: true }))
  const problems = await checkNewsroom({ ...files, sources: { ...files.sources, articles } }, SITE)
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('bodi')])
})
