import { execFileSync } from 'node:child_process'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  articleFile,
  problemAt,
  SITE,
  STAFF,
  temporaryNewsroom,
} from '../../tests/support/temporary-newsroom.ts'
import { checkNewsroom } from './check.ts'
import { NewsroomError } from './problem.ts'
import { readNewsroom, sourcesOf } from './read-newsroom.ts'
import { readReadership } from './read-readership.ts'
import { readSite } from './read-site.ts'

const PIPE = 'a pipe, a socket or a device'
const LINK = 'Put the file itself here'

const FILES = {
  ...STAFF,
  'articles/2025/x.md': articleFile(),
  'src/content/readership.json': '{ "articles": {} }',
  'src/content/tags.yml': '',
  'src/site.config.ts': 'export default {}',
  'public/logo.png': '',
}

type Make = (path: string, root: string) => unknown

const link: Make = (path) => symlink('/etc/hostname', path)
const linkWithin: Make = (path, root) => symlink(join(root, 'public/logo.png'), path)
const linkToNothing: Make = (path) => symlink('nowhere', path)
const linkToFolder: Make = (path) => symlink('/etc', path)
const pipe: Make = (path) => execFileSync('mkfifo', [path])
const socket: Make = async (path) => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(path, done))
  onTestFinished(() => void server.close())
}

test.each<[string, string, Make, string]>([
  ['a link to any file', 'public/leak.txt', link, LINK],
  ['a link to a file of the newsroom', 'public/again.png', linkWithin, LINK],
  ['a link to nothing', 'public/gone.txt', linkToNothing, LINK],
  ['a link to a folder', 'public/deep/er/etc', linkToFolder, LINK],
  ['a hidden link', 'public/.well-known/security', link, LINK],
  ['a pipe', 'public/pipe', pipe, PIPE],
  ['a socket', 'public/socket', socket, PIPE],
  ['a pipe that is named as an article', 'articles/2025/pipe.md', pipe, PIPE],
  ['a pipe that is named as a picture', 'articles/2025/pipe.jpg', pipe, PIPE],
  ['a pipe that is named as comments', 'articles/2025/x.comments.json', pipe, PIPE],
  ['comments that are a link', 'articles/2025/x.comments.json', link, LINK],
  ['an author that is a pipe', 'src/content/authors/pipe.yml', pipe, PIPE],
  ['a link beside the collections', 'src/content/other/link', link, LINK],
])('%s is refused', async (_case, file, make, words) => {
  const folder = await temporaryNewsroom(FILES)
  const path = join(folder.root, file)
  await mkdir(dirname(path), { recursive: true })
  await make(path, folder.root)
  expect(await checkNewsroom(await readNewsroom(folder), SITE)).toEqual([problemAt(`${file}:1:1`, words)])
})

test.each([
  'articles',
  'public',
  'src',
  'src/content',
  'src/content/authors',
  'src/content/readership.json',
  'src/content/tags.yml',
  'src/site.config.ts',
])('%s itself is not followed, and not waited for', async (place) => {
  for (const [make, words] of [
    [linkToFolder, LINK],
    [link, LINK],
    [pipe, PIPE],
  ] as const) {
    const folder = await temporaryNewsroom(FILES)
    await rm(join(folder.root, place), { recursive: true })
    await make(join(folder.root, place), folder.root)
    const { problems } = await readNewsroom(folder)
    expect(problems.filter(({ file }) => place === file || place === 'articles')).toEqual([
      problemAt(`${place}:1:1`, words),
    ])
  }
})

test.each([
  ['articles', 'This must be a folder'],
  ['src/content/pages', 'This must be a folder'],
  ['public', 'This must be a folder'],
])('%s as a file is told', async (place, words) => {
  const folder = await temporaryNewsroom(FILES)
  await rm(join(folder.root, place), { recursive: true, force: true })
  await writeFile(join(folder.root, place), 'a text')
  expect((await readNewsroom(folder)).problems).toEqual([problemAt(`${place}:1:1`, words)])
})

test.each(['src/content/readership.json', 'src/site.config.ts'])('%s as a folder is told', async (place) => {
  const folder = await temporaryNewsroom(FILES)
  await rm(join(folder.root, place))
  await mkdir(join(folder.root, place))
  expect((await readNewsroom(folder)).problems).toEqual([problemAt(`${place}:1:1`, 'This must be a file')])
})

test('what reads one part alone does not follow it either', async () => {
  const folder = await temporaryNewsroom(FILES)
  for (const place of ['articles', 'src/content/readership.json', 'src/site.config.ts']) {
    await rm(join(folder.root, place), { recursive: true })
    pipe(join(folder.root, place), folder.root)
  }
  await expect(readSite(folder)).rejects.toThrow(NewsroomError)
  await expect(readReadership(folder)).rejects.toThrow(NewsroomError)
  expect(await Array.fromAsync(sourcesOf(folder, 'articles'))).toEqual([[problemAt('articles:1:1', PIPE)]])
})
