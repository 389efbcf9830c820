import { chmod, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryNewsroom } from '../../../tests/support/temporary-newsroom.ts'
import { carryOut } from './carry-out.ts'

const FILES = {
  'a.md': 'a',
  'folder/index.md': 'index',
  'folder/deep/picture.jpg': 'picture',
  'other/b.md': 'b',
}

async function contents(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(root.length + 1), await readFile(file, 'utf8')])),
  )
}

test('texts are put in place, then files and folders move, and nothing else is left', async () => {
  const { root } = await temporaryNewsroom(FILES)
  await carryOut(
    root,
    new Map([
      ['a.md', 'A'],
      ['folder/index.md', 'INDEX'],
      ['new.yml', 'new'],
    ]),
    [
      { from: 'folder', to: 'moved' },
      { from: 'a.md', to: 'deep/er/c.md' },
    ],
  )
  expect(await contents(root)).toEqual({
    'deep/er/c.md': 'A',
    'moved/index.md': 'INDEX',
    'moved/deep/picture.jpg': 'picture',
    'new.yml': 'new',
    'other/b.md': 'b',
  })
})

test.each([
  [
    'a text that cannot be written',
    [
      ['a.md', 'A'],
      ['new/er/y.md', 'Y'],
      ['a.md/x.md', 'X'],
    ],
    [],
    'EEXIST',
  ],
  [
    'a text in the place of a folder',
    [
      ['a.md', 'A'],
      ['new.yml', 'n'],
      ['folder', 'X'],
    ],
    [],
    'EISDIR',
  ],
  [
    'a target that is there',
    [
      ['a.md', 'A'],
      ['new.yml', 'n'],
    ],
    [
      ['folder', 'moved'],
      ['a.md', 'other/b.md'],
    ],
    'other/b.md is there',
  ],
  [
    'a move that cannot be made',
    [['folder/index.md', 'I']],
    [
      ['folder', 'moved'],
      ['folder/index.md', 'new/er/x.md'],
    ],
    'ENOENT',
  ],
  [
    'a target below a file',
    [['other/b.md', 'B']],
    [
      ['folder', 'moved'],
      ['other/b.md', 'a.md/b.md'],
    ],
    '',
  ],
  [
    'what is not there',
    [['other/b.md', 'B']],
    [
      ['a.md', 'c.md'],
      ['gone.md', 'd.md'],
    ],
    'ENOENT',
  ],
])('%s leaves all as it was', async (_, texts, moves, why) => {
  const { root } = await temporaryNewsroom(FILES)
  const asMoves = moves.map(([from = '', to = '']) => ({ from, to }))
  const carried = carryOut(root, new Map(texts as [string, string][]), asMoves)
  await expect(carried).rejects.toThrow(why)
  expect(await contents(root)).toEqual(FILES)
  expect((await readdir(root)).sort()).toEqual(['a.md', 'folder', 'other'])
})

test('a file keeps its mode', async () => {
  const { root } = await temporaryNewsroom(FILES)
  await chmod(join(root, 'a.md'), 0o640)
  await mkdir(join(root, 'to'))
  await carryOut(root, new Map([['a.md', 'A']]), [{ from: 'a.md', to: 'to/a.md' }])
  expect((await stat(join(root, 'to/a.md'))).mode & 0o777).toBe(0o640)
})
