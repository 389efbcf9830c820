import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { TestClock } from '../../../tests/support/test-clock.ts'
import { systemClock } from '#publisher/clock.ts'
import { FolderWatch } from './folder-watch.ts'

/** A newsroom's folder that is watched, and how often something was told of it. */
async function watched(options: { clock?: TestClock; lookEvery?: number; except?: string[] } = {}) {
  const parent = await mkdtemp(join(tmpdir(), 'warta-watch-'))
  const root = join(parent, 'newsroom')
  const at = (path: string) => join(root, path)
  for (const folder of ['articles/2026/11', 'src/content', '.git', 'node_modules/astro'])
    mkdirSync(at(folder), { recursive: true })
  writeFileSync(at('articles/2026/11/a.md'), 'a')
  let told = 0
  const watch = new FolderWatch({
    root,
    clock: options.clock ?? systemClock,
    lookEvery: options.lookEvery ?? 0,
    except: (options.except ?? []).map(at),
    onChange: () => told++,
    onTrouble: (message) => {
      throw new Error(message)
    },
  })
  onTestFinished(() => {
    watch.stop()
    return rm(parent, { recursive: true })
  })
  return {
    ...{ parent, root, at, watch },
    told: () => told,
    /** Does something, and waits until it is told. */
    async isTold(work: () => void) {
      const before = told
      work()
      await expect.poll(() => told).toBeGreaterThan(before)
    },
    /** Does something that nothing is told of, though what another folder's watch is told of later is. */
    async isNotTold(work: () => void) {
      const before = told
      work()
      const other = await watched()
      await other.isTold(() => writeFileSync(other.at('articles/2026/11/a.md'), 'x'))
      expect(told).toBe(before)
    },
  }
}

test.each([
  ['over the file', 'articles/2026/11/a.md'],
  ['a file that is new', 'articles/2026/11/b.md'],
  ['settings', 'src/site.config.ts'],
])('a save: %s', async (_case, path) => {
  const { at, isTold } = await watched()
  await isTold(() => writeFileSync(at(path), 'b'))
})

test('a save by another name, and one that takes the file away first', async () => {
  const { at, isTold } = await watched()
  await isTold(() => {
    writeFileSync(at('articles/2026/11/.b.md.swp'), 'b')
    renameSync(at('articles/2026/11/.b.md.swp'), at('articles/2026/11/b.md'))
  })
  await isTold(() => {
    renameSync(at('articles/2026/11/b.md'), at('articles/2026/11/b.md~'))
    writeFileSync(at('articles/2026/11/b.md'), 'b2')
  })
})

test('what is written beside the newsroom’s files is not told', async () => {
  const { at, isNotTold } = await watched()
  await isNotTold(() => {
    writeFileSync(at('articles/2026/11/.b.md.swp'), 'x')
    writeFileSync(at('articles/2026/11/4913'), '')
    rmSync(at('articles/2026/11/4913'))
    writeFileSync(at('articles/2026/11/b.md.tmp'), 'b')
    writeFileSync(at('.git/HEAD'), 'x')
    writeFileSync(at('node_modules/astro/x.js'), 'x')
    writeFileSync(at('README.md'), 'x')
  })
})

test('a folder that comes with files in it, one that is renamed, one that goes', async () => {
  const { at, parent, isTold } = await watched()
  mkdirSync(join(parent, 'coming/ship'), { recursive: true })
  writeFileSync(join(parent, 'coming/ship/index.md'), 'x')
  await isTold(() => renameSync(join(parent, 'coming'), at('articles/2026/12')))
  await isTold(() => writeFileSync(at('articles/2026/12/ship/photo.jpg'), 'x'))
  await isTold(() => renameSync(at('articles/2026/12'), at('articles/2026/13')))
  await isTold(() => writeFileSync(at('articles/2026/13/ship/photo.jpg'), 'xx'))
  await isTold(() => rmSync(at('articles/2026/13'), { recursive: true }))
})

test('what the system does not tell is found by a look, once', async () => {
  const clock = new TestClock(0)
  const { at, told, watch } = await watched({ clock, lookEvery: 300_000 })
  // The events of what is done here come after each of these: nothing but the look can find it.
  const isFound = (work: () => void) => {
    const before = told()
    work()
    clock.advance(300_100)
    expect(told()).toBe(before + 1)
    clock.advance(300_100)
    expect(told()).toBe(before + 1)
  }
  watch.look()
  clock.advance(100)
  expect(told()).toBe(0)
  isFound(() => {
    writeFileSync(at('articles/2026/11/a.md'), 'another')
    utimesSync(at('articles/2026/11/a.md'), 1, 1)
  })
  isFound(() => writeFileSync(at('articles/2026/11/c.md'), 'c'))
  isFound(() => rmSync(at('articles/2026/11/c.md')))
})

test('a newsroom that vanishes and comes back is watched again', async () => {
  const { root, parent, at, isTold } = await watched()
  await isTold(() => renameSync(root, join(parent, 'moved')))
  await isTold(() => renameSync(join(parent, 'moved'), root))
  await isTold(() => writeFileSync(at('articles/2026/11/a.md'), 'after'))
})

test('a file that the publisher writes itself is not told', async () => {
  const { at, isTold, isNotTold } = await watched({ except: ['src/content/readership.json'] })
  await isNotTold(() => writeFileSync(at('src/content/readership.json'), '{}'))
  await isTold(() => writeFileSync(at('src/content/tags.yml'), ''))
})

test('a pull is told when git is done, and a lock that was left behind holds nothing up', async () => {
  const { at, isTold, isNotTold } = await watched()
  await isNotTold(() => {
    writeFileSync(at('.git/index.lock'), '')
    writeFileSync(at('articles/2026/11/a.md'), 'half of a pull')
  })
  await isTold(() => rmSync(at('.git/index.lock')))
  await isTold(() => {
    writeFileSync(at('.git/index.lock'), '')
    utimesSync(at('.git/index.lock'), 1, 1)
    writeFileSync(at('articles/2026/11/b.md'), 'b')
  })
})
