import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { CacheFolder } from './cache-folder.ts'

const BYTES = Buffer.from('a card')
let folder = ''
beforeEach(() => {
  const parent = mkdtempSync(join(tmpdir(), 'warta-cache-'))
  onTestFinished(() => rmSync(parent, { recursive: true }))
  folder = join(parent, 'cards')
})

const open = (fingerprint = 'f1') => new CacheFolder(folder, fingerprint)

test('what was put there is given out, also by the next run', () => {
  const cache = open()
  expect(cache.get('a')).toBeUndefined()
  const path = cache.put('a', BYTES)
  for (const one of [cache, open()]) expect(one.get('a')).toEqual({ path, bytes: BYTES })
})

test.each<[string, Uint8Array]>([
  ['empty', Buffer.alloc(0)],
  ['cut off', BYTES.subarray(0, -1)],
  ['of which a bit is another', Buffer.from('b card')],
])('a file that is %s is not, and goes', (_, bytes) => {
  open().put('a', BYTES)
  const [name = ''] = readdirSync(folder)
  writeFileSync(join(folder, name), bytes)
  expect(open().get('a')).toBeUndefined()
  expect(readdirSync(folder)).toEqual([])
})

test('nothing is given out that another code has made, or that lies there under another name', () => {
  open().put('a', BYTES)
  expect(open('f2').get('a')).toBeUndefined()
  writeFileSync(join(folder, 'b'), BYTES)
  writeFileSync(join(folder, 'b.f1.short'), BYTES)
  expect(open().get('b')).toBeUndefined()
})

test('all but what is wanted goes, that of another code too', () => {
  for (const key of ['a', 'b']) open().put(key, BYTES)
  open('f2').put('a', BYTES)
  writeFileSync(join(folder, 'a.f1.0123.12345'), 'half')
  const cache = open()
  cache.pruneExcept(['a', 'c'])
  expect(readdirSync(folder)).toHaveLength(1)
  expect(readFileSync(cache.get('a')?.path ?? '')).toEqual(BYTES)
})

test('where nothing can be written, nothing is kept', () => {
  writeFileSync(folder, 'a file where the folder would be')
  const cache = open()
  expect(cache.put('a', BYTES)).toBeUndefined()
  expect(cache.get('a')).toBeUndefined()
  cache.pruneExcept([])
})
