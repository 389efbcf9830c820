import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { factsIn, readFiles } from './read-files.ts'

const SITE = 'https://warta.example/news/'

test.each([0, 3, 1101])('%d files are read, on however many threads, in their order', async (count) => {
  const folder = mkdtempSync(join(tmpdir(), 'warta-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = Array.from({ length: count }, (_, i) => `${i}.html`)
  for (const file of files) writeFileSync(join(folder, file), `<a id="${file}" href="${file}">`)
  const order = { folder, files, site: SITE }
  const read = await readFiles(order)
  expect(read).toEqual(factsIn(order))
  expect(read.map(([file, { links, ids }]) => [file, links, ids])).toEqual(
    files.map((file) => [file, [`/news/${file}`], [file]]),
  )
})

test('a file that is not there is told', async () => {
  const files = Array.from({ length: 1000 }, (_, i) => `${i}.html`)
  await expect(readFiles({ folder: join(tmpdir(), 'warta-nowhere'), files, site: SITE })).rejects.toThrow(
    'ENOENT',
  )
})
