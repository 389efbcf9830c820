import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SITE } from '../../tests/support/temporary-newsroom.ts'
import { KeptReadings } from './kept-readings.ts'
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
  root = mkdtempSync(join(tmpdir(), 'warta-readings-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const cache = () => join(root, '.cache/readings')
const article = () => join(root, 'harbour.md')
const read = (readings: KeptReadings) => readings.read(article(), 'articles/harbour.md', 'harbour') as Source
function keep(bytes = ARTICLE): void {
  writeFileSync(article(), bytes)
  const readings = new KeptReadings(root, SITE)
  readings.save([read(readings)])
}
const shown = (source: Source) => ({
  ...source,
  parts: source.parts(),
  placeOf: [source.placeOf(['title']), source.placeOf(['tags', 0]), source.placeOf(['none'])],
})

test('a source that was read before is what it would be if it were parsed', () => {
  keep()
  const again = read(new KeptReadings(root, SITE))
  const parsed = parseSource(ARTICLE, 'articles/harbour.md', 'harbour') as Source
  expect(shown(again)).toEqual({ ...shown(parsed), wasSound: true })
  // Read once, as its parts are not made anew.
  expect(again.parts()).toBe(again.parts())
})

test('a file that is as it was is not read, until its text is asked for', () => {
  keep()
  const again = read(new KeptReadings(root, SITE))
  writeFileSync(article(), ARTICLE.toString().replace('sail', 'row '))
  expect(again.body).toContain('row')
  expect(again.parts()).toEqual((parseSource(ARTICLE, 'articles/harbour.md', 'harbour') as Source).parts())
})

test('a file with the same bytes that is another is known', () => {
  keep()
  rmSync(article())
  writeFileSync(article(), ARTICLE)
  expect(read(new KeptReadings(root, SITE)).wasSound).toBe(true)
})

test('a file that was changed is read anew, though it has its size and its time', () => {
  keep()
  const { atime, mtime } = statSync(article())
  writeFileSync(article(), ARTICLE.toString().replace('sail', 'row '))
  utimesSync(article(), atime, mtime)
  const readings = new KeptReadings(root, SITE)
  expect(read(readings).wasSound).toBeUndefined()
  expect(read(readings).body).toContain('row')
})

test('nothing is known of what was read with another config', () => {
  keep()
  const another = new KeptReadings(root, { ...SITE, timeZone: 'Asia/Jayapura' })
  expect(read(another).wasSound).toBeUndefined()
})

test('what has not been saved is not kept', () => {
  keep()
  keep(Buffer.from(`${ARTICLE}More.\n`))
  expect(readFileSync(cache(), 'latin1')).toContain('crane.jpg')
  new KeptReadings(root, SITE).save([])
  expect(readFileSync(cache(), 'latin1')).not.toContain('crane.jpg')
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['garbage of the same size', (bytes) => Buffer.alloc(bytes.length, 'garbage ')],
  ['another’s', (bytes) => Buffer.from(bytes.toString('latin1').replace('crane', 'crime'), 'latin1')],
])('a cache that is %s is none', (_, damage) => {
  keep()
  writeFileSync(cache(), damage(readFileSync(cache())))
  const readings = new KeptReadings(root, SITE)
  expect(read(readings).parts().images).toMatchObject([{ path: './crane.jpg' }])
  readings.save([])
})

test('a problem is told each time', () => {
  writeFileSync(article(), 'no front matter')
  const readings = new KeptReadings(root, SITE)
  for (let time = 0; time < 2; time++) expect(read(readings)).toHaveLength(1)
})
