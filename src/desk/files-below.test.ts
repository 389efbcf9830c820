import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { filesBelow } from './files-below.ts'
import { pathFrom } from './folder.ts'

const FILES = ['a.md', 'a/b.md', 'a-b/c.md', 'a/z/d.md', 'a/b/c.md', 'B.md', 'a0.md', 'é/x.md']

async function pathsBelow(folder: string): Promise<string[]> {
  const paths: string[] = []
  for await (const { parentPath, name } of filesBelow(folder))
    paths.push(pathFrom(folder, join(parentPath, name)))
  return paths
}

test('files come in the order of their paths; a link comes as itself, an empty folder not at all', async () => {
  const { root } = await temporaryNewsroom(Object.fromEntries(FILES.map((file) => [file, ''])))
  await mkdir(join(root, 'empty'))
  await symlink('a', join(root, 'link'))
  const expected = [...FILES, 'link'].sort()
  expect((await pathsBelow(root)).filter((path) => expected.includes(path))).toEqual(expected)
})

test('where there is no folder, there is nothing', async () => {
  const { root } = await temporaryNewsroom({})
  expect(await pathsBelow(join(root, 'none'))).toEqual([])
})
