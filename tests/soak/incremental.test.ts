import { beforeAll, describe, test } from 'vitest'
import { EditedSite } from '../support/edited-site.ts'
import {
  ASSET_EDITS,
  CONFIG_EDITS,
  CONTENT_EDITS,
  SITE_EDITS,
  TEMPLATE_EDITS,
  LOOKS_EDITS,
} from '../support/edits.ts'

const SEED = Number(process.env.EDITS_SEED ?? Math.floor(Math.random() * 2 ** 31))

const site = new EditedSite('.cache/test/incremental-soak', SEED)

beforeAll(() => site.begin())

describe(`after edits dealt by EDITS_SEED=${SEED}, a build on top of the last ones equals a clean one`, () => {
  // What changes every page would hide that another edit leaves one as it was.
  test.each([
    ...site.deal(CONTENT_EDITS, 3),
    ...[TEMPLATE_EDITS, ASSET_EDITS, SITE_EDITS].flatMap((edits) => site.deal(edits, 1)),
    ...site.deal(CONFIG_EDITS, Object.keys(CONFIG_EDITS).length),
    ...site.deal(LOOKS_EDITS, Object.keys(LOOKS_EDITS).length),
  ])('%s', (_, hand) => site.mustEqualClean(hand))
})
