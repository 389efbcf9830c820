import { expect, test } from 'vitest'
import { articleFile, problemAt, problemsOf, STAFF } from '../../../tests/support/temporary-newsroom.ts'
import { checkDuplicates } from './duplicates.ts'

test.each([
  ['in two folders', 'articles/2024/budget.md', 'articles/2025/budget.md'],
  ['but for case', 'articles/2024/Budget.md', 'articles/2025/budget.md'],
  ['as a file and as a folder', 'articles/2025/budget.md', 'articles/2025/budget/index.md'],
  ['in two ways to write one letter', 'articles/a/caf\u00e9.md', 'articles/b/cafe\u0301.md'],
])('one slug %s is told at both files', async (_case, one, other) => {
  const problems = await problemsOf(checkDuplicates, { [one]: articleFile(), [other]: articleFile() })
  expect(problems).toHaveLength(2)
  expect(problems).toEqual(
    expect.arrayContaining([
      problemAt(`${one}:1:1`, `${other} too. Rename one`),
      problemAt(`${other}:1:1`, `${one} too. Rename one`),
    ]),
  )
})

test.each(['authors/budi.yml', 'categories/budi.yml', 'series/budi.yml', 'pages/budi.md'])(
  'src/content/%s takes its slug once',
  async (path) => {
    const again = path.replace('/', '/old/')
    const text = '---\ntitle: A\n---\n'
    const content = path.endsWith('.md') ? text : 'name: A'
    const files = { [`src/content/${path}`]: content, [`src/content/${again}`]: content }
    const problems = await problemsOf(checkDuplicates, files)
    expect(problems.map(({ file }) => file).sort()).toEqual(Object.keys(files).sort())
  },
)

test('an author, a category and an article may share a slug', async () => {
  const files = {
    'articles/budi.md': articleFile(),
    'src/content/authors/budi.yml': 'name: Budi',
    'src/content/categories/budi.yml': 'name: Budi',
  }
  expect(await problemsOf(checkDuplicates, files)).toEqual([])
})

test('each further file is told beside the first', async () => {
  const files = {
    'articles/a/x.md': articleFile(),
    'articles/b/x.md': articleFile(),
    'articles/c/x.md': articleFile(),
  }
  const problems = await problemsOf(checkDuplicates, files)
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(Object.keys(files)))
})

test.each([
  ['the same', '/old/', '/old/'],
  ['but for case', '/Old/', '/old/'],
  ['but for the slash', '/old', '/old/'],
  ['but for index.html', '/old/index.html', '/old/'],
  ['but for escapes', '/caf%C3%A9/', '/café/'],
])('one alias in two articles, %s, is told at both lines', async (_case, one, other) => {
  const problems = await problemsOf(checkDuplicates, {
    'articles/a.md': articleFile({ aliases: `[${one}]` }),
    'articles/b.md': articleFile({ aliases: `\n  - /kept/\n  - ${other}` }),
  })
  expect(problems).toEqual([
    problemAt('articles/a.md:7:11', `"${one}" is also in articles/b.md. Keep it in one`),
    problemAt('articles/b.md:9:5', `"${other}" is also in articles/a.md. Keep it in one`),
  ])
})

test('one part of a series in two articles is told at both lines', async () => {
  const problems = await problemsOf(checkDuplicates, {
    'articles/a.md': articleFile({ series: '{ slug: tariffs, part: 2 }' }),
    'articles/b.md': articleFile({ series: '\n  part: 2\n  slug: tariffs' }),
  })
  expect(problems).toEqual([
    problemAt('articles/a.md:7:32', 'part 2 of the series "tariffs" is articles/b.md too. Give each'),
    problemAt('articles/b.md:8:9', 'part 2 of the series "tariffs" is articles/a.md too. Give each'),
  ])
})

test('parts that differ pass, and those of the wrong form are left to the schema', async () => {
  const problems = await problemsOf(checkDuplicates, {
    'articles/a.md': articleFile({ series: '{ slug: tariffs, part: 1 }' }),
    'articles/b.md': articleFile({ series: '{ slug: tariffs, part: 2 }' }),
    'articles/c.md': articleFile({ series: '{ slug: coasts, part: 1 }' }),
    'articles/d.md': articleFile({ series: '{ slug: tariffs }' }),
    'articles/e.md': articleFile({ series: 'tariffs' }),
    'articles/f.md': articleFile({ series: 'null' }),
  })
  expect(problems).toEqual([])
})

test('aliases that differ pass, and those of the wrong form are left to the schema', async () => {
  const problems = await problemsOf(checkDuplicates, {
    'articles/a.md': articleFile({ aliases: '[/a/, /a/b/c/, /old.html, /%E9/]' }),
    'articles/b.md': articleFile({ aliases: '[/b/, 7, null]' }),
    'articles/c.md': articleFile({ aliases: '/a/' }),
  })
  expect(problems).toEqual([])
})

test('two articles that feed readers would take for one are told at what makes them so', async () => {
  const problems = await problemsOf(checkDuplicates, {
    'articles/a.md': articleFile({ id: 'https://old.example/?p=1' }),
    'articles/b.md': articleFile({ id: 'https://old.example/?p=1' }),
    'articles/was-c.md': articleFile({ aliases: '[/politics/c/]' }),
    'articles/c.md': articleFile(),
    'articles/d.md': articleFile({ id: 'new-d' }),
    'articles/was-d.md': articleFile({ aliases: '[/politics/d/]' }),
  })
  expect(problems).toEqual([
    problemAt(
      'articles/a.md:7:5',
      'know this article as "https://old.example/?p=1", and articles/b.md too. Give',
    ),
    problemAt(
      'articles/b.md:7:5',
      'know this article as "https://old.example/?p=1", and articles/a.md too. Give',
    ),
    problemAt('articles/c.md:1:1', 'know this article as "c", and articles/was-c.md too. Give the newer'),
    problemAt('articles/was-c.md:7:11', 'know this article as "c", and articles/c.md too. Give the newer'),
  ])
})

test('an alias of an article and of a page or a category is told at both', async () => {
  const problems = await problemsOf(checkDuplicates, {
    ...STAFF,
    'articles/a.md': articleFile({ aliases: '[/?p=7]' }),
    'src/content/pages/about.md': '---\ntitle: About\ndescription: Us\naliases: [/?p=7, /us/]\n---\n',
    'src/content/categories/city.yml': 'name: City\naliases: [/us]\n',
  })
  expect(problems.map(({ file }) => file).sort()).toEqual([
    'articles/a.md',
    'src/content/categories/city.yml',
    'src/content/pages/about.md',
    'src/content/pages/about.md',
  ])
})

test('an alias of an author, a series or a tag is no other file’s', async () => {
  const problems = await problemsOf(checkDuplicates, {
    ...STAFF,
    'src/content/authors/budi.yml': 'name: Budi\naliases: [/old/]',
    'src/content/series/floods.yml': 'title: Floods\naliases: [/Old]',
    'src/content/tags.yml': 'Water: [/air/]\nAir: [/air]',
  })
  expect(problems.map(({ file, line }) => `${file}:${line}`).sort()).toEqual([
    'src/content/authors/budi.yml:2',
    'src/content/series/floods.yml:2',
    'src/content/tags.yml:1',
    'src/content/tags.yml:2',
  ])
})
