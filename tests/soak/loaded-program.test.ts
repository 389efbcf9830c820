import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SiteMaker } from '#publisher/site-maker.ts'
import { field } from '../../bench/measured-tree.ts'
import { deployNginx } from '../support/deployed.ts'
import { EditedSite } from '../support/edited-site.ts'
import {
  ASSET_EDITS,
  CONFIG_EDITS,
  CONTENT_EDITS,
  LOOKS_EDITS,
  SITE_EDITS,
  TEMPLATE_EDITS,
} from '../support/edits.ts'
import { programProcesses } from '../support/program-processes.ts'
import { digestsOf } from '../support/sites.ts'
import { load } from '../support/wrk.ts'

const SEED = Number(process.env.EDITS_SEED ?? Math.floor(Math.random() * 2 ** 31))
const ARTICLE = 'articles/2025/06/harbour-opens.md'
/** Fewer by the environment, on a machine that has little time. */
const PUBLICATIONS = Number(process.env.PUBLICATIONS ?? 1000)
/** Milliseconds for all of them, on a machine that is busy. */
const PATIENCE = 5_400_000
const KILLS = 20

const site = new EditedSite('.cache/test/loaded-program-soak', SEED)
let maker: SiteMaker
beforeAll(async () => {
  await site.begin()
  maker = await site.publisher()
})
afterAll(() => maker.close())

describe(`after edits dealt by EDITS_SEED=${SEED}, what a loaded program publishes equals a clean build`, () => {
  test.each([
    ...[1, 2].flatMap(() => site.deal(CONTENT_EDITS, 8)),
    ...[TEMPLATE_EDITS, ASSET_EDITS, SITE_EDITS].flatMap((edits) => site.deal(edits, 1)),
    ...site.deal(CONFIG_EDITS, Object.keys(CONFIG_EDITS).length),
    ...site.deal(LOOKS_EDITS, Object.keys(LOOKS_EDITS).length),
  ])('%s', async (_, hand) => {
    // Some find the site as they leave it, others after the clock was put back and after a file that cannot be published.
    if (site.bench.random.below(3) === 0) await jumpBack()
    if (site.bench.random.below(3) === 0) await refuse()
    await site.mustEqualClean(hand, () => site.mustPublish(maker))
  })
})

async function jumpBack(): Promise<void> {
  site.bench.clock -= 20 * 86_400
  await site.mustPublish(maker)
  site.bench.clock += 20 * 86_400
}

async function refuse(): Promise<void> {
  const path = join(site.newsroom, ARTICLE)
  const text = await readFile(path, 'utf8')
  const before = await digestsOf(site.dist)
  await writeFile(path, text.replace(/^title: .*/m, 'title: ""'))
  expect(await maker.publish({ at: site.bench.clock * 1000 })).toMatchObject({ outcome: 'refused' })
  expect(await digestsOf(site.dist)).toEqual(before)
  await writeFile(path, text)
}

test(`killed at ${KILLS} random moments: the site is one of two editions, and the next start needs no help`, async () => {
  const path = join(site.newsroom, ARTICLE)
  const text = await readFile(path, 'utf8')
  await site.mustPublish(maker)
  const old = await digestsOf(site.dist)
  await writeFile(path, `${text}\nA sentence more.\n`)
  const began = performance.now()
  await site.mustPublish(maker)
  const took = performance.now() - began
  const edited = await digestsOf(site.dist)
  let isEdited = true
  for (let kill = 0; kill < KILLS; kill++) {
    await writeFile(path, isEdited ? text : `${text}\nA sentence more.\n`)
    const publishing = maker.publish({ at: site.bench.clock * 1000 })
    await new Promise((done) => setTimeout(done, site.bench.random.next() * took * 1.2))
    for (const pid of programProcesses()) process.kill(pid, 'SIGKILL')
    await publishing
    // The pages of one, and the search of the same or of the other, which has the same pages.
    const left = await digestsOf(site.dist)
    expect([old, edited].map(withoutSearch)).toContainEqual(withoutSearch(left))
    expect([old, edited].map(searchOf)).toContainEqual(searchOf(left))
    await site.mustPublish(maker)
    isEdited = !isEdited
    expect(await digestsOf(site.dist)).toEqual(isEdited ? edited : old)
  }
})

test(
  `${PUBLICATIONS} publications under load: every answer is good, and memory stays level`,
  async () => {
    await site.mustPublish(maker)
    const nginx = await deployNginx(site.dist, { at: '.cache/test/loaded-program-nginx' })
    let isLoading = true
    const loading = (async () => {
      const found = []
      while (isLoading)
        found.push(await load(`${nginx.origin}/world/harbour-opens/`, { connections: 20, seconds: 10 }))
      return found
    })()
    const memory: number[] = []
    try {
      for (let i = 0; i < PUBLICATIONS; i++) {
        await appendFile(join(site.newsroom, ARTICLE), i % 50 === 0 ? `\nSentence ${i}.\n` : `Word${i} `)
        await site.mustPublish(maker)
        memory.push(programProcesses().reduce((sum, pid) => sum + field(pid, 'status', 'VmRSS') / 1024, 0))
      }
    } finally {
      isLoading = false
    }
    const found = await loading
    await nginx.stop()
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const tenth = PUBLICATIONS / 10
    const [early, late] = [median(memory.slice(tenth, 2 * tenth)), median(memory.slice(-tenth))]
    const requests = found.reduce((sum, { requests }) => sum + requests, 0)
    console.log(
      `${PUBLICATIONS} publications, ${requests} requests; memory ${early.toFixed(0)} MiB, then ${late.toFixed(0)} MiB`,
    )
    expect(found.every(({ refused, broken }) => refused === 0 && broken === 0)).toBe(true)
    expect(late).toBeLessThan(early * 1.2)
  },
  PATIENCE,
)

const isSearch = ([file]: [string, string]) => file.startsWith('pagefind/')

function searchOf(site: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(site).filter(isSearch))
}

function withoutSearch(site: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(site).filter((entry) => !isSearch(entry)))
}
