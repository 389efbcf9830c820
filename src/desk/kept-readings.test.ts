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
async function keep(bytes = ARTICLE): Promise<void> {
  writeFileSync(article(), bytes)
  const readings = await KeptReadings.of(root, SITE)
  await readings.save([read(readings)])
}
const shown = (source: Source) => ({
  ...source,
  parts: source.parts(),
  placeOf: [source.placeOf(['title']), source.placeOf(['tags', 0]), source.placeOf(['none'])],
})

test('a source that was read before is what it would be if it were parsed', async () => {
  await keep()
  const again = read(await KeptReadings.of(root, SITE))
  const parsed = parseSource(ARTICLE, 'articles/harbour.md', 'harbour') as Source
  expect(shown(again)).toEqual({ ...shown(parsed), wasSound: true })
  // Read once, as its parts are not made anew.
  expect(again.parts()).toBe(again.parts())
})

test('a file that is as it was is not read, until its text is asked for', async () => {
  await keep()
  const again = read(await KeptReadings.of(root, SITE))
  const inode = statSync(article())
  // Bytes that are as many, at the same time: no editor does that.
  writeFileSync(article(), ARTICLE.toString().replace('sail', 'row '))
  utimesSync(article(), inode.atime, inode.mtime)
  expect(again.body).toContain('row')
  expect(again.parts()).toEqual((parseSource(ARTICLE, 'articles/harbour.md', 'harbour') as Source).parts())
})

test('a file with the same bytes that is another is known', async () => {
  await keep()
  rmSync(article())
  writeFileSync(article(), ARTICLE)
  expect(read(await KeptReadings.of(root, SITE)).wasSound).toBe(true)
})

test('a file that was changed is read anew', async () => {
  await keep()
  writeFileSync(article(), ARTICLE.toString().replace('sail', 'row '))
  const readings = await KeptReadings.of(root, SITE)
  expect(read(readings).wasSound).toBeUndefined()
  expect(read(readings).body).toContain('row')
})

test('nothing is known of what was read with another config', async () => {
  await keep()
  const another = await KeptReadings.of(root, { ...SITE, timeZone: 'Asia/Jayapura' })
  expect(read(another).wasSound).toBeUndefined()
})

test('what has not been saved is not kept', async () => {
  await keep()
  await keep(Buffer.from(`${ARTICLE}More.\n`))
  expect(readFileSync(cache(), 'latin1')).toContain('crane.jpg')
  await (await KeptReadings.of(root, SITE)).save([])
  expect(readFileSync(cache(), 'latin1')).not.toContain('crane.jpg')
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['garbage of the same size', (bytes) => Buffer.alloc(bytes.length, 'garbage ')],
  ['another’s', (bytes) => Buffer.from(bytes.toString('latin1').replace('crane', 'crime'), 'latin1')],
])('a cache that is %s is none', async (_, damage) => {
  await keep()
  writeFileSync(cache(), damage(readFileSync(cache())))
  const readings = await KeptReadings.of(root, SITE)
  expect(read(readings).parts().images).toMatchObject([{ path: './crane.jpg' }])
  await readings.save([])
})

test('a problem is told each time', async () => {
  writeFileSync(article(), 'no front matter')
  const readings = await KeptReadings.of(root, SITE)
  for (let time = 0; time < 2; time++) expect(read(readings)).toHaveLength(1)
})
