import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSettings } from './settings.ts'
import { isOfShard } from './shard.ts'

describe('SHARD', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['1/1', { number: 1, of: 1 }],
    ['2/4', { number: 2, of: 4 }],
    ['12/12', { number: 12, of: 12 }],
  ])('%j asks for %j', (SHARD, shard) => {
    expect(buildSettings({ SHARD }).shard).toEqual(shard)
  })

  test.each(['2', '0/4', '5/4', '1/0', '-1/4', '1.5/4', '1/4/4', ' 1/4', '01/4', 'a/b', '1/10000'])(
    '%j is refused',
    (SHARD) => {
      expect(() => buildSettings({ SHARD }).shard).toThrow(`SHARD is "${SHARD}", but must be`)
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
    expect(buildSettings({ PARTS }).parts).toEqual(['1', '10', '2'].map((part) => join(PARTS, part)))
  })

  test.each([undefined, ''])('%j gives none', (PARTS) => {
    expect(buildSettings({ PARTS }).parts).toEqual([])
  })

  test.each(['empty', 'absent'])('a folder that is %s is refused', (name) => {
    expect(() => buildSettings({ PARTS: join(folder, name) })).toThrow('where no folders are')
  })

  test('together with SHARD is refused', () => {
    expect(() => buildSettings({ PARTS: join(folder, 'parts'), SHARD: '1/4' })).toThrow('does one of them')
  })
})

test('every variable that cannot be used is named', () => {
  expect(() => buildSettings({ SHARD: 'x', PARTS: 'nowhere' })).toThrow(/SHARD is "x".*PARTS is "nowhere"/s)
})

test.each([
  [{}, [], {}],
  [{ ACCEPT_LOSS: 'true' }, [], { acceptLoss: true }],
  [{ ACCEPT_LOSS: '1', VERIFY_ALL: '' }, [], {}],
  [{ VERIFY_ALL: 'true' }, [], { verifyAll: true }],
  [{}, ['--accept-loss', '--verify-all'], { acceptLoss: true, verifyAll: true }],
  [{}, ['--preview'], { preview: true, workspaces: '/caches/preview' }],
])('%j with %j asks for %j', (env, argv, asked) => {
  const { newsroom, ...settings } = buildSettings(
    { CACHE_DIR: '/caches', NEWSROOM: '/newsroom', OUT_DIR: '/site', ...env },
    argv,
  )
  expect(newsroom.articles).toBe('/newsroom/articles')
  expect(settings).toEqual({
    ...{ outDir: '/site', isOutDirGiven: true, workspaces: '/caches/build', shard: undefined, parts: [] },
    ...{ preview: false, acceptLoss: false, verifyAll: false },
    ...asked,
  })
})
