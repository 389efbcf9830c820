import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SiteMaker } from '#publisher/site-maker.ts'
import { EditedSite } from '../support/edited-site.ts'
import { CONTENT_EDITS } from '../support/edits.ts'

/** More edits, of code and config too, are dealt in tests/soak/loaded-program.test.ts. */
const SEED = Number(process.env.EDITS_SEED ?? 5)
const PATIENCE = 600_000

const site = new EditedSite('.cache/test/loaded-program', SEED)
const lines: string[] = []
let maker: SiteMaker

beforeAll(async () => {
  await site.begin()
  maker = await site.publisher((line) => lines.push(line))
}, PATIENCE)

afterAll(() => maker.close())

describe(`after edits dealt by seed ${SEED}, what a loaded program publishes equals a clean build`, () => {
  test.each(site.deal(CONTENT_EDITS, 4))(
    '%s',
    async (_, hand) => {
      await site.mustPublish(maker)
      await site.mustEqualClean(hand, () => site.mustPublish(maker))
    },
    PATIENCE,
  )
})

test('only a file that is published as it is, which no program knows, has made it load another', () => {
  const loads = lines.filter((line) => line.includes('Building static entrypoints'))
  const ofPublicFiles = Object.keys(CONTENT_EDITS).filter((name) =>
    name.startsWith('a file of the outlet’s own'),
  )
  expect(loads.length).toBeGreaterThan(0)
  expect(loads.length).toBeLessThanOrEqual(1 + ofPublicFiles.length)
})
