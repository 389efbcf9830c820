import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isOfShard, partsGiven, shardAsked } from './shard.ts'

describe('SHARD', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['1/1', { number: 1, of: 1 }],
    ['2/4', { number: 2, of: 4 }],
    ['12/12', { number: 12, of: 12 }],
  ])('%j asks for %j', (SHARD, shard) => {
    expect(shardAsked({ SHARD })).toEqual(shard)
  })

  test.each(['2', '0/4', '5/4', '1/0', '-1/4', '1.5/4', '1/4/4', ' 1/4', '01/4', 'a/b', '1/10000'])(
    '%j is refused',
    (SHARD) => {
      expect(() => shardAsked({ SHARD })).toThrow(`SHARD is "${SHARD}", but must be`)
    },
  )
})

describe('a page', () => {
  const pages = Array.from({ length: 4000 }, (_, i) => `{"slug":"article-${i}"}`)

  test('is one shard’s, and of none else', () => {
    const shards = [1, 2, 3].map((number) => ({ number, of: 3 }))
    const owners = pages.map((page) => shards.filter((shard) => isOfShard(shard, page)).length)
    expect(new Set(owners)).toEqual(new Set([1]))
  })

  test('is as likely one’s as another’s', () => {
    for (const number of [1, 2, 3, 4]) {
      const own = pages.filter((page) => isOfShard({ number, of: 4 }, page))
      expect(Math.abs(own.length - 1000)).toBeLessThan(100)
    }
  })
})

describe('PARTS', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'warta-parts-'))
    for (const part of ['2', '1', '10']) mkdirSync(join(folder, 'parts', part), { recursive: true })
    mkdirSync(join(folder, 'empty'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('names a folder with a folder for each part', () => {
    const PARTS = join(folder, 'parts')
    expect(partsGiven({ PARTS })).toEqual(['1', '10', '2'].map((part) => join(PARTS, part)))
  })

  test.each([undefined, ''])('%j gives none', (PARTS) => {
    expect(partsGiven({ PARTS })).toEqual([])
  })

  test.each(['empty', 'absent'])('a folder that is %s is refused', (name) => {
    expect(() => partsGiven({ PARTS: join(folder, name) })).toThrow('where no folders are')
  })

  test('together with SHARD is refused', () => {
    expect(() => partsGiven({ PARTS: join(folder, 'parts'), SHARD: '1/4' })).toThrow('does one of them')
  })
})
