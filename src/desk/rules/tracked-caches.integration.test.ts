import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { articleFile, problemAt, temporaryNewsroom } from '../../../tests/support/temporary-newsroom.ts'
import { readNewsroom } from '../read-newsroom.ts'
import { checkTrackedCaches } from './tracked-caches.ts'

const FILES = { 'articles/x.md': articleFile(), '.cache/build/a': 'a', '.cache/readings': 'b' }

test('caches that are committed are a problem; those that are not, or lie in no repository, are none', async () => {
  const folder = await temporaryNewsroom(FILES)
  const check = async () => checkTrackedCaches(await readNewsroom(folder))
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.root, stdio: 'pipe' })
  expect(await check()).toEqual([])
  git('init', '-q')
  expect(await check()).toEqual([])
  git('add', '--force', '.')
  expect(await check()).toEqual([problemAt('.cache/build/a:1:1', '.cache/build/a and 1 more')])
  git('rm', '-rq', '--cached', '.cache')
  expect(await check()).toEqual([])
})
