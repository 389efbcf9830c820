import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ExportFault } from '#moving-in/export-fault.ts'
import { lookThrough } from './look-through.ts'
import { readWordPress } from './read-wordpress.ts'
import { sizeOf } from './size-of.ts'
import { textOf } from './text-of-file.ts'

async function fileOf(bytes: string | Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-export-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'export.xml')
  await writeFile(file, bytes)
  return file
}

async function read(file: string): Promise<{ text: string; bytes: number }> {
  let [text, bytes] = ['', 0]
  for await (const piece of textOf(file, (size) => (bytes += size))) text += piece
  return { text, bytes }
}

describe('a file of text', () => {
  test('comes in pieces that break no letter, and all of its bytes are counted', async () => {
    const text = `a${'é–😀'.repeat(20_000)}`
    expect(await read(await fileOf(text))).toEqual({ text, bytes: Buffer.byteLength(text) })
  })

  test('that is not there, or is a folder, is a fault with the way to mend it', async () => {
    const file = await fileOf('x')
    await expect(read(`${file}.gone`)).rejects.toThrow(`There is no file "${file}.gone".`)
    await expect(read(join(file, '..'))).rejects.toThrow('is a folder. Name the file in it.')
  })
})

test('the size of files is that of those that are there', async () => {
  const files = [await fileOf('four'), await fileOf('é'), '/nowhere']
  expect(await sizeOf(files)).toBe(6)
})

describe('looking through an export', () => {
  async function* items(end?: unknown) {
    yield 1
    yield 2
    if (end) throw end
  }
  const seen = async (end?: unknown) => {
    const all: number[] = []
    await lookThrough(items(end), (item) => all.push(item))
    return all
  }

  test('shows all of it, or all before a broken place', async () => {
    expect(await seen()).toEqual([1, 2])
    expect(await seen(new ExportFault('broken', { line: 3, column: 1 }))).toEqual([1, 2])
  })

  test('fails for what is no export, and for any other error', async () => {
    await expect(seen(new ExportFault('no export'))).rejects.toThrow('no export')
    await expect(seen(new TypeError('a bug'))).rejects.toThrow('a bug')
  })
})

describe('an export of WordPress', () => {
  const xml = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Café</title><wp:post_id>1</wp:post_id></item></channel></rss>`
  const titles = async (file: string) => {
    const found: string[] = []
    for await (const { children } of readWordPress(file, { onBytes: () => {}, onNote: () => {} }))
      found.push(...children.filter(({ name }) => name === 'title').map(({ text }) => text))
    return found
  }

  test.each([
    ['UTF-8', Buffer.from(xml('UTF-8'))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${xml('UTF-8')}`)],
    ['windows-1252', Buffer.from(xml('windows-1252'), 'latin1')],
    ['UTF-16, small end first', Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le').swap16()],
  ])('is read in %s', async (_, bytes) => {
    expect(await titles(await fileOf(bytes))).toEqual(['Café'])
  })

  test.each([
    [
      'letters that nobody knows',
      xml('klingon'),
      'its letters are "klingon", which is not known. Export it again.',
    ],
    ['a page of the web', '<!DOCTYPE html><html></html>', ''],
  ])('is refused for %s', async (_, text, message) => {
    await expect(titles(await fileOf(text))).rejects.toThrow(message || ExportFault)
  })

  test('that is a folder or is not there is named', async () => {
    const file = await fileOf('x')
    await expect(titles(join(file, '..'))).rejects.toThrow('is a folder. Name the .xml file in it.')
    await expect(titles(`${file}.gone`)).rejects.toThrow('There is no file')
  })
})
