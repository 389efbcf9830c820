import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagesMade } from '../support/build.ts'
import { type Edit, ShardJobs } from '../support/shard-jobs.ts'
import { SoakSite } from '../support/soak-site.ts'

const KEPT = '.cache/test/machines'
let jobs: ShardJobs

beforeAll(async () => {
  await rm(KEPT, { recursive: true, force: true })
  jobs = await ShardJobs.in(KEPT)
})
afterAll(() => rm(KEPT, { recursive: true }))

const nothing: Edit = async () => {}
const sentence: Edit = (site) => site.edit()

describe.each([
  ['from nothing', nothing],
  ['again, after an article has changed', sentence],
])('%s', (_when, edit) => {
  let site: SoakSite
  /** Pages that each shard has made. */
  const shards: string[][] = []
  let merged: Awaited<ReturnType<ShardJobs['build']>>
  /** Pages that every build makes. */
  let always: string[]

  beforeAll(async () => {
    for (const number of jobs.shards) shards.push(pagesMade(await jobs.shard(number, edit)))
    merged = await jobs.build(edit)
    site = await SoakSite.in('.cache/test/soak-one')
    await edit(site)
    await site.mustBuild()
    always = pagesMade(await site.mustBuild())
  })
  afterAll(() => site.remove())

  test('what four machines have made is the site that one makes, byte for byte', async () => {
    expect(Object.keys(merged.published).length).toBeGreaterThan(100)
    expect(merged.published).toEqual(await site.published())
  })

  test('the build that makes a site of it makes no page that a shard has made', () => {
    expect(pagesMade(merged.output).sort()).toEqual(always.sort())
  })

  test('each shard makes its own pages', () => {
    const own = shards.map((pages) => pages.filter((path) => !always.includes(path)))
    const all = own.flat()
    expect(new Set(all).size).toBe(all.length)
    if (edit === sentence) expect(all.length).toBeLessThan(25)
    else for (const pages of own) expect(pages.length).toBeGreaterThan(all.length / 8)
  })
})

test('the jobs name each action by the commit that publish.yml names', async () => {
  const published = (await readFile('.github/workflows/publish.yml', 'utf8')).match(/uses: .*/g)
  for (const uses of (await readFile('docs/scale.md', 'utf8')).match(/uses: .*/g) ?? [])
    expect(published).toContain(uses)
})
