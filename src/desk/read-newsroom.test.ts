import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { articleFile, problemAt, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { readNewsroom } from './read-newsroom.ts'

test('each file stands in its collection, in the order of the paths', async () => {
  const folder = await temporaryNewsroom({
    ...STAFF,
    'articles/2025/07/second.md': articleFile({}, 'Body'),
    'articles/2025/06/first.md': articleFile(),
    'articles/third.md': articleFile(),
    'src/content/pages/about.md': '---\ntitle: About\n---\n',
  })
  const { sources, problems } = await readNewsroom(folder)
  expect(problems).toEqual([])
  expect(sources.articles.map(({ file }) => file)).toEqual([
    'articles/2025/06/first.md',
    'articles/2025/07/second.md',
    'articles/third.md',
  ])
  expect(sources.articles[1]).toMatchObject({ slug: 'second', body: 'Body' })
  expect(sources.authors.map(({ slug }) => slug)).toEqual(['budi'])
  expect(sources.categories.map(({ slug }) => slug)).toEqual(['politics'])
  expect(sources.pages.map(({ slug }) => slug)).toEqual(['about'])
})

test('the slug of slug/index.md is its folder', async () => {
  const folder = await temporaryNewsroom({ 'articles/2025/budget/index.md': articleFile() })
  const { sources } = await readNewsroom(folder)
  expect(sources.articles[0]?.slug).toBe('budget')
})

test('a newsroom without its folders is an empty one', async () => {
  const { sources, problems } = await readNewsroom(await temporaryNewsroom({}))
  expect(Object.values(sources).flat()).toEqual([])
  expect(problems).toEqual([])
})

test.each([
  ['articles/x.MD', '".md"'],
  ['articles/x.markdown', '".md"'],
  ['articles/x.mdx', '".md"'],
  ['articles/2025/x.yml', '".md"'],
  ['src/content/authors/budi.yaml', '".yml"'],
  ['src/content/categories/politics.md', '".yml"'],
  ['src/content/pages/about.Md', '".md"'],
])('%s is not left out without a word', async (file, ending) => {
  const { sources, problems } = await readNewsroom(await temporaryNewsroom({ [file]: articleFile() }))
  expect(problems).toEqual([problemAt(`${file}:1:1`, `must end in ${ending}`)])
  expect(Object.values(sources).flat()).toEqual([])
})

test('pictures and other files may lie beside articles', async () => {
  const folder = await temporaryNewsroom({ 'articles/x.md': articleFile(), 'articles/x.jpg': 'picture' })
  expect((await readNewsroom(folder)).problems).toEqual([])
})

test('links to files and folders are refused, wherever they lead', async () => {
  const folder = await temporaryNewsroom({
    'articles/real.md': articleFile(),
    'elsewhere/secret.md': articleFile(),
  })
  await symlink(join(folder.articles, 'real.md'), join(folder.articles, 'again.md'))
  await symlink(join(folder.root, 'elsewhere'), join(folder.articles, 'folder'))
  await symlink(join(folder.root, 'gone.md'), join(folder.articles, 'broken.md'))
  const { sources, problems } = await readNewsroom(folder)
  expect(sources.articles.map(({ slug }) => slug)).toEqual(['real'])
  expect(problems).toHaveLength(3)
  expect(problems).toEqual(
    expect.arrayContaining([
      problemAt('articles/again.md:1:1', 'Put the file itself here'),
      problemAt('articles/broken.md:1:1', 'Put the file itself here'),
      problemAt('articles/folder:1:1', 'Put the file itself here'),
    ]),
  )
})

test.runIf(process.platform === 'linux')('a name that is not UTF-8 is told', async () => {
  const folder = await temporaryNewsroom({})
  await mkdir(folder.articles)
  const path = Buffer.concat([
    Buffer.from(join(folder.articles, 'caf')),
    Buffer.from([0xe9]),
    Buffer.from('.md'),
  ])
  await writeFile(path, articleFile())
  const { problems } = await readNewsroom(folder)
  expect(problems).toEqual([problemAt('articles/caf\ufffd.md:1:1', 'Rename it')])
})

test('one unreadable file takes nothing from the others', async () => {
  const folder = await temporaryNewsroom({
    ...Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`articles/a${i}.md`, articleFile()])),
    'articles/bad.md': 'No front matter',
  })
  const { sources, problems } = await readNewsroom(folder)
  expect(sources.articles).toHaveLength(150)
  expect(problems.map(({ file }) => file)).toEqual(['articles/bad.md'])
})
