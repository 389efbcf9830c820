import { describe, expect, test } from 'vitest'
import {
  articleFile,
  problemAt,
  SITE,
  STAFF,
  temporaryNewsroom,
  withoutCauses,
} from '../../tests/support/temporary-newsroom.ts'
import { checkNewsroom } from './check.ts'
import { onceEach, reportProblems } from './problem.ts'
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
  expect(withoutCauses(problems)).toEqual([
    problemAt('articles/x.md:4:11', 'Categories live in'),
    problemAt('articles/x.md:7:8', 'true or false'),
    problemAt('articles/x.md:8:15', 'is not there'),
  ])
})

describe('problems of one cause', () => {
  const sixteen = (fields: Record<string, string>, body?: string) =>
    Object.fromEntries(
      Array.from({ length: 16 }, (_, i) => [
        `articles/${String(i + 10)}.md`,
        articleFile({ title: `Title ${i}`, ...fields }, body),
      ]),
    )
  const others = (column: number, line: number) =>
    `The same is told of 15 other places: articles/11.md:${line}:${column}, articles/12.md:${line}:${column}, articles/13.md:${line}:${column} and 12 more.`

  test.each([
    [
      'all categories are gone',
      { ...sixteen({}), 'src/content/authors/budi.yml': 'name: Budi' },
      `articles/10.md:4:11 category "politics" is not known: there is none at all. Categories live in src/content/categories/, one file each. ${others(11, 4)}`,
    ],
    [
      "an author's file is gone",
      { ...sixteen({ authors: '[siti]' }), ...STAFF },
      `articles/10.md:5:11 author "siti" is not known. Authors live in src/content/authors/, one file each. ${others(11, 5)}`,
    ],
    [
      'a picture is gone',
      { ...sixteen({ image: '{ src: ./gone.jpg, alt: A }' }), ...STAFF },
      `articles/10.md:7:15 the image "./gone.jpg" is not there. It is looked for at articles/gone.jpg. ${others(15, 7)}`,
    ],
    [
      'an article is gone',
      { ...sixteen({}, '[A](/politics/of-old/)'), ...STAFF },
      `articles/10.md:8:1 the link "/politics/of-old/" leads to no page. An article is at /category/slug/, its slug being the name of its file. ${others(1, 8)}`,
    ],
  ])('are told once: %s', async (_case, files, line) => {
    const folder = await temporaryNewsroom(files)
    const problems = await checkNewsroom(await readNewsroom(folder), SITE)
    expect(problems).toHaveLength(16)
    expect(reportProblems(problems)).toBe(`1 problem in 16 files:\n${line}`)
  })

  test('different categories that are all gone have one cause; two that are not known have two', async () => {
    const articles = { ...sixteen({}), 'articles/x.md': articleFile({ category: 'weather' }) }
    const staff = { 'src/content/authors/budi.yml': 'name: Budi' }
    const gone = await readNewsroom(await temporaryNewsroom({ ...articles, ...staff }))
    expect(onceEach(await checkNewsroom(gone, SITE))).toHaveLength(1)
    const other = { ...staff, 'src/content/categories/economy.yml': 'name: Economy' }
    const files = await readNewsroom(await temporaryNewsroom({ ...articles, ...other }))
    expect(onceEach(await checkNewsroom(files, SITE)).map(({ file }) => file)).toEqual([
      'articles/10.md',
      'articles/x.md',
    ])
  })

  test('a file that cannot be read is told, and not the articles that name it', async () => {
    const staff = { ...STAFF, 'src/content/authors/budi.yml': 'name: Budi #1' }
    const files = await readNewsroom(await temporaryNewsroom({ ...sixteen({}), ...staff }))
    expect((await checkNewsroom(files, SITE)).map(({ file }) => file)).toEqual([
      'src/content/authors/budi.yml',
    ])
  })

  test('a file that is merely left out is told beside what misses it', async () => {
    const { 'src/content/authors/budi.yml': _, ...staff } = STAFF
    const files = await readNewsroom(
      await temporaryNewsroom({
        ...staff,
        'articles/x.md': articleFile({}, '[A](/politics/gone/)'),
        'articles/gone.txt': 'Words',
        'src/content/authors/budi.txt': 'Words',
      }),
    )
    expect((await checkNewsroom(files, SITE)).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'articles/gone.txt:1',
      'articles/x.md:5',
      'articles/x.md:8',
      'src/content/authors/budi.txt:1',
    ])
  })

  test('one mistake that many have made is told of each', async () => {
    const files = await readNewsroom(await temporaryNewsroom({ ...sixteen({ drfat: 'true' }), ...STAFF }))
    expect(onceEach(await checkNewsroom(files, SITE))).toHaveLength(16)
  })
})

test('a file that was sound is judged by what stands in others alone', async () => {
  const folder = await temporaryNewsroom({
    ...STAFF,
    'articles/x.md': articleFile({ drfat: 'true', authors: '[bodi]' }),
  })
  const files = await readNewsroom(folder)
  const articles = files.sources.articles.map((source) => ({ ...source, knownValid: true }))
  const problems = await checkNewsroom({ ...files, sources: { ...files.sources, articles } }, SITE)
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('bodi')])
})
