import { mkdirSync, rmSync } from 'node:fs'
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SiteMaker } from '#publisher/site-maker.ts'
import { EditedSite } from '../support/edited-site.ts'
import { digestsOf } from '../support/sites.ts'
import { asRoot, fillDisk } from '../support/soak-site.ts'

const DISK = resolve('.cache/test/publisher-disk')
const SIZE_MIB = 256

const site = new EditedSite(join(DISK, 'site'), 7)
const path = join(site.newsroom, 'articles/2025/06/harbour-opens.md')
let maker: SiteMaker

beforeAll(async () => {
  rmSync(DISK, { recursive: true, force: true })
  mkdirSync(DISK, { recursive: true })
  asRoot('mount', '-t', 'tmpfs', '-o', `size=${SIZE_MIB}m,mode=1777`, 'tmpfs', DISK)
  await site.begin()
  maker = await site.publisher()
  await site.mustPublish(maker)
})
afterAll(async () => {
  await maker.close()
  asRoot('umount', '-l', DISK)
})

/** In KiB: from nothing to about what a publication of one article writes. */
test.each([0, 8, 64, 256, 1024])(
  'a loaded program with %d KiB left: the site is one of two editions, and with space again it equals a clean build',
  async (left) => {
    const text = await readFile(path, 'utf8')
    const before = await digestsOf(site.dist)
    await appendFile(path, `\nA sentence more, with ${left} left.\n`)
    const edited = await readFile(path, 'utf8')
    const ballast = join(DISK, 'ballast')
    fillDisk(DISK, ballast, left)
    const answer = await maker.publish({ at: site.bench.clock * 1000 })
    if (answer.outcome === 'published') await answer.searched
    const after = await digestsOf(site.dist)
    await rm(ballast)
    if (left === 0) expect(answer).toMatchObject({ outcome: 'refused' })
    if (answer.outcome === 'refused') expect(after).toEqual(before)
    // The file itself may have suffered, in a newsroom on the same disk.
    await writeFile(path, edited)
    await site.mustEqualClean([], () => site.mustPublish(maker))
    if (answer.outcome === 'published') expect(await digestsOf(site.dist)).toEqual(after)
    await writeFile(path, text)
  },
)
