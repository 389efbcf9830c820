import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { TestClock } from '../../../tests/support/test-clock.ts'
import { systemClock } from '#publisher/clock.ts'
import { FolderWatch } from './folder-watch.ts'

/** A newsroom's folder that is watched, and what was told of it, by paths from it. */
async function watched(options: { clock?: TestClock; lookEvery?: number; except?: string[] } = {}) {
  const parent = await mkdtemp(join(tmpdir(), 'warta-watch-'))
  const root = join(parent, 'newsroom')
  const at = (path: string) => join(root, path)
  for (const folder of ['articles/2026/11', 'src/content', '.git', 'node_modules/astro'])
    mkdirSync(at(folder), { recursive: true })
  writeFileSync(at('articles/2026/11/a.md'), 'a')
  const told: string[] = []
  let everything = 0
  const watch = new FolderWatch({
    root,
    clock: options.clock ?? systemClock,
    lookEvery: options.lookEvery ?? 0,
    except: (options.except ?? []).map(at),
    onChange: (paths) => {
      if (paths) told.push(...[...paths].map((path) => path.slice(root.length + 1)))
      else everything++
    },
    onTrouble: (message) => {
      throw new Error(message)
    },
  })
  onTestFinished(() => {
    watch.stop()
    return rm(parent, { recursive: true })
  })
  return { parent, root, at, told, watch, everything: () => everything }
}

const sorted = (paths: readonly string[]) => [...new Set(paths)].sort()

test('a save, as editors do it: over the file, by another name, with a copy beside', async () => {
  const { at, told } = await watched()
  writeFileSync(at('articles/2026/11/a.md'), 'a2')
  writeFileSync(at('articles/2026/11/.b.md.swp'), 'x')
  writeFileSync(at('articles/2026/11/4913'), '')
  rmSync(at('articles/2026/11/4913'))
  writeFileSync(at('articles/2026/11/b.md.tmp'), 'b')
  renameSync(at('articles/2026/11/b.md.tmp'), at('articles/2026/11/b.md'))
  writeFileSync(at('.git/HEAD'), 'x')
  writeFileSync(at('node_modules/astro/x.js'), 'x')
  writeFileSync(at('README.md'), 'x')
  writeFileSync(at('src/site.config.ts'), 'x')
  await expect
    .poll(() => sorted(told))
    .toEqual(['articles/2026/11/a.md', 'articles/2026/11/b.md', 'src/site.config.ts'])
})

test('a folder that comes with files in it, one that is renamed, one that goes', async () => {
  const { at, told, parent } = await watched()
  mkdirSync(join(parent, 'coming/ship'), { recursive: true })
  writeFileSync(join(parent, 'coming/ship/index.md'), 'x')
  renameSync(join(parent, 'coming'), at('articles/2026/12'))
  await expect.poll(() => sorted(told)).toContain('articles/2026/12/ship/index.md')
  writeFileSync(at('articles/2026/12/ship/photo.jpg'), 'x')
  await expect.poll(() => sorted(told)).toContain('articles/2026/12/ship/photo.jpg')
  told.length = 0
  renameSync(at('articles/2026/12'), at('articles/2026/13'))
  await expect
    .poll(() => sorted(told))
    .toEqual(expect.arrayContaining(['articles/2026/12/ship/index.md', 'articles/2026/13/ship/index.md']))
  told.length = 0
  rmSync(at('articles/2026/13'), { recursive: true })
  await expect.poll(() => sorted(told)).toContain('articles/2026/13/ship/index.md')
})

test('what the system does not tell is found by a look', async () => {
  const clock = new TestClock(0)
  const { at, told, watch } = await watched({ clock, lookEvery: 300_000 })
  watch.look()
  clock.advance(100)
  expect(told).toEqual([])
  // The events of these come after the test: nothing but the look can find them.
  writeFileSync(at('articles/2026/11/a.md'), 'another')
  utimesSync(at('articles/2026/11/a.md'), 1, 1)
  writeFileSync(at('articles/2026/11/c.md'), 'c')
  clock.advance(300_100)
  expect(sorted(told)).toEqual(['articles/2026/11/a.md', 'articles/2026/11/c.md'])
  rmSync(at('articles/2026/11/c.md'))
  clock.advance(300_100)
  expect(told.at(-1)).toBe('articles/2026/11/c.md')
})

test('a newsroom that vanishes and comes back is watched again', async () => {
  const { root, parent, at, told, everything } = await watched()
  renameSync(root, join(parent, 'moved'))
  await expect.poll(everything).toBeGreaterThan(0)
  renameSync(join(parent, 'moved'), root)
  await expect.poll(everything).toBeGreaterThan(1)
  writeFileSync(at('articles/2026/11/a.md'), 'after')
  await expect.poll(() => told).toContain('articles/2026/11/a.md')
})

test('a file that the publisher writes itself is not told', async () => {
  const { at, told } = await watched({ except: ['src/content/readership.json'] })
  writeFileSync(at('src/content/readership.json'), '{}')
  writeFileSync(at('src/content/tags.yml'), '')
  await expect.poll(() => sorted(told)).toEqual(['src/content/tags.yml'])
})

test('a pull is told when git is done, and a lock that was left behind holds nothing up', async () => {
  const { at, told } = await watched()
  writeFileSync(at('.git/index.lock'), '')
  writeFileSync(at('articles/2026/11/a.md'), 'half of a pull')
  // Another folder's burst would be over by now.
  const other = await watched()
  writeFileSync(other.at('articles/2026/11/a.md'), 'x')
  await expect.poll(() => other.told).toEqual(['articles/2026/11/a.md'])
  expect(told).toEqual([])
  rmSync(at('.git/index.lock'))
  await expect.poll(() => told).toEqual(['articles/2026/11/a.md'])
  writeFileSync(at('.git/index.lock'), '')
  utimesSync(at('.git/index.lock'), 1, 1)
  writeFileSync(at('articles/2026/11/b.md'), 'b')
  await expect.poll(() => told).toContain('articles/2026/11/b.md')
})
