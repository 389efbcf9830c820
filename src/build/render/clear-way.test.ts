import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ClearWay, clearWayFor } from './clear-way.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'warta-way-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function put(folder: string, files: readonly string[]): string {
  for (const file of files) {
    mkdirSync(dirname(join(root, folder, file)), { recursive: true })
    writeFileSync(join(root, folder, file), file)
  }
  return join(root, folder)
}
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1))
    .sort()

test.each([
  ['a folder', ['old.html/a/index.html', 'old.html/b/index.html'], 'old.html'],
  ['a file', ['b/index.html'], 'b/index.html/c/index.html'],
  ['a file further above', ['b'], 'b/c/d/index.html'],
])('%s in the way of a file goes, and nothing else', (_case, before, file) => {
  const left = ['a/index.html', 'old.htm', 'b.html']
  const folder = put('dist', [...before, ...left])
  new ClearWay(folder, [...before, ...left]).forFile(file)
  expect(filesIn('dist')).toEqual(left.toSorted())
  expect(() => put('dist', [file])).not.toThrow()
})

test('what is written anew in its own place, or beside others, is in nobody’s way', () => {
  const before = ['a/index.html', 'a/b/index.html']
  const way = new ClearWay(put('dist', before), before)
  for (const file of [...before, 'a/c/index.html', 'a/b/c', 'd']) way.forFile(file)
  expect(filesIn('dist')).toEqual(before.toSorted())
})

test('a folder that has come in the place of a file stays for the next of its files', () => {
  const way = new ClearWay(put('dist', ['b']), ['b'])
  for (const file of ['b/c', 'b/d']) {
    way.forFile(file)
    put('dist', [file])
  }
  expect(filesIn('dist')).toEqual(['b/c', 'b/d'])
})

test('what stands in the way of a folder that is to be copied goes', () => {
  const target = put('dist', ['a/index.html', 'b', 'c/d/e', 'c/f', 'g/index.html'])
  clearWayFor(put('public', ['a', 'b/c', 'c/d/e', 'c/f/x', 'h/i']), target)
  expect(filesIn('dist')).toEqual(['c/d/e', 'g/index.html'])
  expect(() => clearWayFor(join(root, 'nowhere'), target)).not.toThrow()
})
