import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { CompressedStore } from './compressed-store.ts'

const TEXT = Buffer.from('Two ships came in. '.repeat(200))
let folder = ''
let page = ''

beforeEach(() => {
  const at = mkdtempSync(join(tmpdir(), 'warta-compressed-'))
  folder = join(at, 'store')
  page = join(at, 'index.html')
})

async function build(texts: Record<string, Buffer>): Promise<number> {
  const store = new CompressedStore(folder)
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

test('half of one, which a build that was cut off has left, is not taken for one', async () => {
  await build({})
  writeFileSync(join(folder, 'abc-quick.br.unfinished'), 'half')
  await build({ '': TEXT })
  expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([])
})
