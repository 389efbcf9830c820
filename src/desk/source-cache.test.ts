import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SITE } from '../../tests/support/temporary-newsroom.ts'
import { SourceCache } from './source-cache.ts'
import { parseSource, type Source } from './source.ts'

const ARTICLE = Buffer.from(`---
title: Harbour opens
tags:
  - port
---
![A crane](./crane.jpg)

## The ships

They [sail](/world/).
`)
let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'warta-cache-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const cacheFile = () => join(root, '.cache/readings')
const article = () => join(root, 'harbour.md')
const read = (cache: SourceCache) => cache.read(article(), 'articles/harbour.md', 'harbour') as Source
function keep(bytes = ARTICLE): void {
  writeFileSync(article(), bytes)
  const cache = new SourceCache(root, SITE)
  cache.save([read(cache)])
}
const shown = (source: Source) => ({
  ...source,
  parts: source.parts(),
  placeOf: [source.placeOf(['title']), source.placeOf(['tags', 0]), source.placeOf(['none'])],
})

test('a source that was read before is what it would be if it were parsed', () => {
  keep()
  const again = read(new SourceCache(root, SITE))
  const parsed = parseSource(ARTICLE, 'articles/harbour.md', 'harbour') as Source
  expect(shown(again)).toEqual({ ...shown(parsed), knownValid: true })
  // The file is read once, as its parts come from the cache.
  expect(again.parts()).toBe(again.parts())
})

test('a file that is as it was is not read, until its text is asked for', () => {
  keep()
  const again = read(new SourceCache(root, SITE))
  writeFileSync(article(), ARTICLE.toString().replace('sail', 'row '))
  expect(again.body).toContain('row')
  expect(again.parts()).toEqual((parseSource(ARTICLE, 'articles/harbour.md', 'harbour') as Source).parts())
})

test('a file with the same bytes that is another is known', () => {
  keep()
  rmSync(article())
  writeFileSync(article(), ARTICLE)
  expect(read(new SourceCache(root, SITE)).knownValid).toBe(true)
})

test('a file that was changed is read anew, though it has its size and its time', () => {
  keep()
  const { atime, mtime } = statSync(article())
  writeFileSync(article(), ARTICLE.toString().replace('sail', 'row '))
  utimesSync(article(), atime, mtime)
  const cache = new SourceCache(root, SITE)
  expect(read(cache).knownValid).toBeUndefined()
  expect(read(cache).body).toContain('row')
})

test('nothing is known of what was read with another config', () => {
  keep()
  const another = new SourceCache(root, { ...SITE, timeZone: 'Asia/Jayapura' })
  expect(read(another).knownValid).toBeUndefined()
})

test('what has not been saved is not kept', () => {
  keep()
  keep(Buffer.from(`${ARTICLE}More.\n`))
  expect(readFileSync(cacheFile(), 'latin1')).toContain('crane.jpg')
  new SourceCache(root, SITE).save([])
  expect(readFileSync(cacheFile(), 'latin1')).not.toContain('crane.jpg')
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['garbage of the same size', (bytes) => Buffer.alloc(bytes.length, 'garbage ')],
  ['another’s', (bytes) => Buffer.from(bytes.toString('latin1').replace('crane', 'crime'), 'latin1')],
])('a cache that is %s is none', (_, damage) => {
  keep()
  writeFileSync(cacheFile(), damage(readFileSync(cacheFile())))
  const cache = new SourceCache(root, SITE)
  expect(read(cache).parts().images).toMatchObject([{ path: './crane.jpg' }])
  cache.save([])
})

test('a problem is told each time', () => {
  writeFileSync(article(), 'no front matter')
  const cache = new SourceCache(root, SITE)
  for (let time = 0; time < 2; time++) expect(read(cache)).toHaveLength(1)
})

test('one that is not written knows what it has saved, and leaves nothing', () => {
  writeFileSync(article(), ARTICLE)
  const cache = new SourceCache(root, SITE, false)
  const first = read(cache)
  expect(first.knownValid).toBeUndefined()
  cache.save([first])
  expect(read(cache).knownValid).toBe(true)
  expect(read(new SourceCache(root, SITE)).knownValid).toBeUndefined()
})
