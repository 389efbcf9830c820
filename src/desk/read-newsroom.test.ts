import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  articleFile,
  problemAt,
  STAFF,
  temporaryNewsroom,
  warningAt,
} from '../../tests/support/temporary-newsroom.ts'
import { readNewsroom, readWholeNewsroom } from './read-newsroom.ts'

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

test.each([
  ['articles/x.md.txt', 'must end in ".md", with nothing behind it. Rename it to "x.md".'],
  ['articles/2025/x.MD.TXT', 'Rename it to "x.md".'],
  ['articles/x.markdown.txt', 'Rename it to "x.md".'],
  ['articles/x.md ', 'Rename it to "x.md".'],
  ['articles/x.md.', 'Rename it to "x.md".'],
  ['articles/x.md\u200b', 'Rename it to "x.md".'],
  ['articles/x.md.docx', 'Save it as plain text, under the name "x.md".'],
  ['articles/x.md.html', 'Save it as plain text, under the name "x.md".'],
  ['articles/x.txt', 'must end in ".md". Rename it to "x.md".'],
  ['articles/x', 'Rename it to "x.md".'],
  ['articles/x.markdown', 'Rename it to "x.md".'],
  ['src/content/pages/about.md.txt', 'Rename it to "about.md".'],
  ['src/content/authors/budi.yml.txt', 'Rename it to "budi.yml".'],
  ['src/content/series/rice.yaml.text', 'Rename it to "rice.yml".'],
])('%s is an article that would be left out', async (file, advice) => {
  const { sources, problems } = await readNewsroom(await temporaryNewsroom({ [file]: articleFile() }))
  expect(problems).toEqual([problemAt(`${file}:1:1`, advice)])
  expect(Object.values(sources).flat()).toEqual([])
})

test.each([
  'articles/x.txt',
  'articles/2025/x.docx',
  'articles/x.odt',
  'articles/x.rtf',
  'articles/x.html',
  'src/content/pages/about.doc',
  'src/content/authors/budi.txt',
  'src/content/categories/politics.json',
])('%s, without a sign that it is an article, is told and stops nothing', async (file) => {
  const { problems } = await readNewsroom(await temporaryNewsroom({ [file]: 'Words' }))
  expect(problems).toEqual([warningAt(`${file}:1:1`, 'This file is left out')])
})

test.each([
  ['the document that an article was written in', ['articles/x.docx', 'articles/x.txt']],
  ['what lies in the folder of one article', ['articles/y/index.md', 'articles/y/notes.txt']],
  ['what editors keep', ['articles/x.md.bak', 'articles/x.md~', 'articles/#x.md#', 'articles/x.md.orig']],
  ['pictures, tables and letters', ['articles/x.svg', 'articles/data.csv', 'articles/letter.pdf']],
  ['names that begin with a dot', ['articles/._x.md', 'articles/.DS_Store', 'articles/.x.md.swp']],
  ['folders of such names', ['articles/.trash/y.md', 'src/content/.git/authors.yml.txt']],
  ['their comments', ['articles/._x.comments.json', 'articles/.old/y.comments.json']],
  ['those of authors and others', ['src/content/authors/._budi.yml', 'src/content/pages/.#about.md']],
  ["an office program's mark", ['articles/~$x.docx', 'articles/.~lock.x.odt#']],
])('%s may lie there', async (_case, files) => {
  const folder = await temporaryNewsroom({
    'articles/x.md': articleFile(),
    ...Object.fromEntries(files.map((file) => [file, /\.(docx|txt)$/.test(file) ? 'Words' : articleFile()])),
  })
  const { sources, problems } = await readNewsroom(folder)
  expect(problems).toEqual([])
  const read = Object.values(sources).flatMap((list) => list.map(({ file }) => file))
  expect(read).toEqual(['articles/x.md', ...files.filter((file) => file.endsWith('/index.md'))])
})

test('the mark that Emacs sets beside a file, a link that leads nowhere, is passed over', async () => {
  const folder = await temporaryNewsroom({ 'articles/x.md': articleFile(), ...STAFF })
  await symlink('budi@desk.1234', join(folder.articles, '.#x.md'))
  await symlink('budi@desk.1234', join(folder.authors, '.#budi.yml'))
  await symlink('budi@desk.1234', join(folder.content, '.#readership.json'))
  const { sources, problems } = await readNewsroom(folder)
  expect(problems).toEqual([])
  expect([...sources.articles, ...sources.authors].map(({ slug }) => slug)).toEqual(['x', 'budi'])
})

test('what was only warned of keeps no command from its work', async () => {
  const folder = await temporaryNewsroom({ 'articles/x.md': articleFile(), 'articles/y.docx': 'Words' })
  expect((await readWholeNewsroom(folder)).sources.articles).toHaveLength(1)
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
