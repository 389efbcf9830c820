import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { CompressedTexts } from './compressed-texts.ts'

const TEXT = Buffer.from('Two ships came in. '.repeat(200))
let caches = ''
let folder = ''
let page = ''

beforeEach(() => {
  const at = mkdtempSync(join(tmpdir(), 'warta-compressed-'))
  caches = join(at, 'caches')
  folder = join(caches, 'compressed')
  page = join(at, 'index.html')
})

async function build(texts: Record<string, Buffer>): Promise<number> {
  const store = new CompressedTexts(caches)
  await Promise.all(Object.entries(texts).map(([ending, text]) => store.put(page + ending, text, 'quick')))
  store.prune()
  return store.made
}

test('both forms hold the text', async () => {
  await build({ '': TEXT })
  expect(gunzipSync(readFileSync(`${page}.gz`))).toEqual(TEXT)
  expect(brotliDecompressSync(readFileSync(`${page}.br`))).toEqual(TEXT)
})

test('a text is compressed once, in however many files and builds it is', async () => {
  expect(await build({ '': TEXT, '2': TEXT })).toBe(2)
  expect(await build({ '': TEXT, '3': TEXT })).toBe(0)
  expect(gunzipSync(readFileSync(`${page}3.gz`))).toEqual(TEXT)
})

test('what no file uses any more goes', async () => {
  await build({ '': TEXT })
  const other = Buffer.from(TEXT.toString().replace('Two', 'Three'))
  expect(await build({ '': other })).toBe(2)
  expect(readdirSync(folder)).toHaveLength(2)
  expect(gunzipSync(readFileSync(`${page}.gz`))).toEqual(other)
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['cut off', (bytes) => bytes.subarray(0, -9)],
  ['empty', () => Buffer.alloc(0)],
  ['changed by a bit', (bytes) => Buffer.from(bytes.map((byte, i) => (i === 30 ? byte ^ 1 : byte)))],
])('one that is %s is made anew', async (_, damage) => {
  await build({ '': TEXT })
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    rmSync(join(folder, name))
    writeFileSync(join(folder, name), damage(bytes))
  }
  expect(await build({ '': TEXT })).toBe(2)
  expect(gunzipSync(readFileSync(`${page}.gz`))).toEqual(TEXT)
  expect(brotliDecompressSync(readFileSync(`${page}.br`))).toEqual(TEXT)
})

test('what a build that was cut off has left goes', async () => {
  await build({ '': TEXT })
  writeFileSync(join(folder, 'abc-quick-br.0123.4567'), 'half')
  await build({ '': TEXT })
  expect(readdirSync(folder)).toHaveLength(2)
})

test('where nothing can be kept, the forms are there all the same', async () => {
  writeFileSync(caches, 'a file')
  await build({ '': TEXT })
  expect(gunzipSync(readFileSync(`${page}.gz`))).toEqual(TEXT)
})
