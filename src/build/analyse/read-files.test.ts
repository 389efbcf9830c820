import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { filesReader } from './files-reader.ts'
import { readFiles } from './read-files.ts'
import { Texts } from './texts.ts'

const SITE = 'https://warta.example/news/'

test.each([0, 3, 1101])('%d files are read, on however many threads, in their order', async (count) => {
  const folder = mkdtempSync(join(tmpdir(), 'warta-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = Array.from({ length: count }, (_, i) => `${i}.html`)
  for (const file of files) writeFileSync(join(folder, file), `<a id="${file}" href="${file}">`)
  const reading = { folder, site: SITE }
  // They have other numbers on other threads, and none that begins with nothing here.
  const texts = new Texts(['of another file'])
  const read = await readFiles(reading, files, texts)
  const here = filesReader(reading, new Texts())(files)
  expect(read.map(({ file, record }) => [file, record])).toEqual(
    here.map(({ file, record }) => [file, record]),
  )
  const written = (numbers: Iterable<number>) => Array.from(numbers, (number) => texts.at(number))
  expect(read.map(({ file, facts: { links, ids } }) => [file, written(links), written(ids)])).toEqual(
    files.map((file) => [file, [`/news/${file}`], [file]]),
  )
})

test('a file that is not there is told', async () => {
  const files = Array.from({ length: 1000 }, (_, i) => `${i}.html`)
  const reading = { folder: join(tmpdir(), 'warta-nowhere'), site: SITE }
  await expect(readFiles(reading, files, new Texts())).rejects.toThrow('ENOENT')
})
