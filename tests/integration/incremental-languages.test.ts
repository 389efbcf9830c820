import { beforeAll, describe, expect, test } from 'vitest'
import { EditedSite } from '../support/edited-site.ts'
import { LANGUAGE_EDITS } from '../support/language-edits.ts'
import { BILINGUAL, filesOf } from '../support/sites.ts'

const SEED = Number(process.env.EDITS_SEED ?? 3)
const PATIENCE = 300_000

const site = new EditedSite('.cache/test/incremental-languages', SEED, {
  of: BILINGUAL,
  clock: Date.UTC(2025, 6, 8) / 1000,
  stories: 0,
})

beforeAll(() => site.begin(), PATIENCE)

describe(`of an outlet in three languages, after edits dealt by seed ${SEED}, equal to a clean build is`, () => {
  const { 'the outlet gets one language more': one, ...content } = LANGUAGE_EDITS
  const [first, second] = site.deal(content, 2).map(([, hand]) => hand)
  const ofSettings = site.deal({ 'the outlet gets one language more': one }, 1)[0]?.[1]

  test('a build on top of the last one', () => site.mustEqualClean(first ?? []), PATIENCE)

  test(
    'what a program publishes that stays loaded',
    async () => {
      const maker = await site.publisher(() => {})
      try {
        await site.mustPublish(maker)
        await site.mustEqualClean(second ?? [], () => site.mustPublish(maker))
      } finally {
        await maker.close()
      }
    },
    PATIENCE,
  )

  test('a build with one language more', () => site.mustEqualClean(ofSettings ?? []), PATIENCE)
})

test('an article in the new language has moved there, and leads there from where it was', async () => {
  const files = await filesOf(site.dist)
  expect(files).toContain('gb/kota/tide-clock/index.html')
  expect(files).not.toContain('en/kota/tide-clock/index.html')
  expect(files).toContain('kota/tide-clock/index.html')
})
