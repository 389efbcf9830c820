import { rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { build, FIXTURE_EPOCH, workspaceFor } from './support/build.ts'
import { digestsOf, FIXTURE, FIXTURE_DIST } from './support/sites.ts'

const AGAIN = '.cache/test/again'
/** As `astro dev` leaves it behind, with the picture of a draft. */
const DESK_ASSETS = `import x from "./zorblaxdraftpicture.jpg?astroContentImageFlag=&importer=${FIXTURE}/articles/2025/06/secret-draft/index.md";
export default new Map([["x", x]]);`

test('the same moment makes the same bytes, cold, in another zone and locale, after a day at the desk', async () => {
  await rm(workspaceFor(AGAIN), { recursive: true, force: true })
  await writeFile('.astro/content-assets.mjs', DESK_ASSETS)
  const env = {
    SOURCE_DATE_EPOCH: FIXTURE_EPOCH,
    TZ: 'America/St_Johns',
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'tr_TR.UTF-8',
  }
  const { exitCode, output } = await build({ newsroom: FIXTURE, outDir: AGAIN, env })
  expect(exitCode, output).toBe(0)
  expect(await digestsOf(AGAIN)).toEqual(await digestsOf(FIXTURE_DIST))
})
