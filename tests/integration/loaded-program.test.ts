import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SiteMaker } from '#publisher/site-maker.ts'
import { EditedSite } from '../support/edited-site.ts'
import { CONTENT_EDITS } from '../support/edits.ts'
import { countable, livingObjects } from '../support/living-objects.ts'
import { programProcesses } from '../support/program-processes.ts'
import { digestsOf } from '../support/sites.ts'

/** More edits, of code and config too, are dealt in tests/soak/loaded-program.test.ts. */
const SEED = Number(process.env.EDITS_SEED ?? 5)
const PATIENCE = 600_000

const site = new EditedSite('.cache/test/loaded-program', SEED)
/** For snapshots of the program's memory. */
const memory = join(site.root, 'memory')
let output = ''
let maker: SiteMaker

beforeAll(async () => {
  await site.begin()
  await mkdir(memory)
  maker = await site.publisher((text) => (output += text), countable(memory))
}, PATIENCE)

afterAll(() => maker.close())

const hands = site.deal(CONTENT_EDITS, 4)

describe(`after edits dealt by seed ${SEED}, what a loaded program publishes equals a clean build`, () => {
  test.each(hands.slice(0, 2))('%s', (_, hand) => mustEqualClean(hand), PATIENCE)
})

describe('so it does where no text is compressed, and pages may come before their search', () => {
  beforeAll(async () => {
    const config = join(site.newsroom, 'src/site.config.ts')
    const text = await readFile(config, 'utf8')
    expect(text).toContain('precompressed: true')
    await writeFile(config, text.replace('precompressed: true', 'precompressed: false'))
  })
  test.each(hands.slice(2))('%s', (_, hand) => mustEqualClean(hand), PATIENCE)
})

async function mustEqualClean(hand: (typeof hands)[number][1]): Promise<void> {
  await site.mustPublish(maker)
  await site.mustEqualClean(hand, () => site.mustPublish(maker))
}

test('what cannot be published changes nothing, and the same program publishes what comes next', async () => {
  await site.mustPublish(maker)
  const before = await digestsOf(site.dist)
  const [bad, loads] = [join(site.newsroom, 'articles/2025/06/bad.md'), loaded()]
  await writeFile(bad, story({ title: 'Bad', authors: '[nobody]' }))
  expect(await publish()).toMatchObject({
    outcome: 'refused',
    problems: expect.arrayContaining([
      expect.objectContaining({
        file: 'articles/2025/06/bad.md',
        message: expect.stringContaining('"nobody"'),
      }),
    ]),
  })
  expect(await digestsOf(site.dist)).toEqual(before)
  await rm(bad)
  expect(await publish()).toMatchObject({ outcome: 'published' })
  expect(await digestsOf(site.dist)).toEqual(before)
  expect(loaded()).toBe(loads)
})

test('the clock alone releases an article, and holds it back where it is put back', async () => {
  const { bench, newsroom, dist } = site
  const page = join(dist, 'city/yet-to-come/index.html')
  const publishedAt = new Date((bench.clock + 3600) * 1000).toISOString()
  const article = join(newsroom, 'articles/2025/06/yet-to-come.md')
  await writeFile(article, story({ title: 'Yet to come', publishedAt }))
  const before = await publish()
  expect(before).toMatchObject({ dueAt: (bench.clock + 3600) * 1000 })
  const without = await digestsOf(dist)
  expect(existsSync(page)).toBe(false)
  bench.clock += 3600
  await publish()
  expect(await readFile(page, 'utf8')).toContain('At last.')
  bench.clock -= 3600
  await publish()
  expect(await digestsOf(dist)).toEqual(without)
})

test(
  'what another build has done meanwhile is seen',
  async () => {
    const loads = loaded()
    await CONTENT_EDITS['a story has another title']?.(site.bench)
    await site.mustBuild()
    const built = await digestsOf(site.dist)
    expect(await publish()).toMatchObject({ outcome: 'published' })
    expect(await digestsOf(site.dist)).toEqual(built)
    expect(loaded()).toBe(loads + 1)
  },
  PATIENCE,
)

test(
  'nothing that publications make, or refused ones, outlives the next one',
  async () => {
    const article = join(site.newsroom, 'articles/2025/06/harbour-opens.md')
    const text = await readFile(article, 'utf8')
    const rounds = 5
    const publishOften = async () => {
      for (let round = 0; round < rounds; round++) {
        await writeFile(article, text.replace(/^title: .*/m, 'title: ""'))
        expect(await publish()).toMatchObject({ outcome: 'refused' })
        // Of the same length, so that what is known of the site has the same size.
        await writeFile(article, `${text}\nRound ${round} of ${Math.random().toFixed(9)}.\n`)
        expect(await publish()).toMatchObject({ outcome: 'published' })
      }
      const [process] = programProcesses()
      return livingObjects(process as number, memory)
    }
    const before = await publishOften()
    const after = await publishOften()
    const grown = [...after].filter(([name, count]) => count - (before.get(name) ?? 0) >= rounds)
    // Plain objects and lists are counted together, whatever they are.
    expect(grown.filter(([name]) => !['Object', 'Array'].includes(name))).toEqual([])
    const grownObjects = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
    expect(grownObjects('Object')).toBeLessThan((before.get('Object') ?? 0) / 50)
  },
  PATIENCE,
)

test('a program is loaded once, but for files that are published as they are, other settings and builds in its way', () => {
  const ofPublicFiles = Object.keys(CONTENT_EDITS).filter((name) =>
    name.startsWith('a file of the outlet’s own'),
  )
  expect(loaded()).toBeLessThanOrEqual(3 + ofPublicFiles.length)
})

function story({ title, authors = '[ana]', publishedAt = '2025-06-20' }: Record<string, string>): string {
  const fields = [`title: ${title}`, 'description: A story.', 'category: city', `authors: ${authors}`]
  return `---\n${[...fields, `publishedAt: ${publishedAt}`, 'tags: [Harbour]'].join('\n')}\n---\n\nAt last.\n`
}

/** How often a program was. */
function loaded(): number {
  return output.split('Building static entrypoints').length - 1
}

async function publish() {
  const answer = await maker.publish({ at: site.bench.clock * 1000 })
  if (answer.outcome === 'published') await answer.searched
  return answer
}
