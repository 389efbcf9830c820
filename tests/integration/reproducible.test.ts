import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { build, FIXTURE_EPOCH } from '../support/build.ts'
import { checkOut } from '../support/checkout.ts'
import { digestsOf, FIXTURE, FIXTURE_DIST } from '../support/sites.ts'
import { leaksInFiles, MARKERS, writtenSince } from '../support/unpublished.ts'

/** A checkout of its own: whatever is written in it, this build has written. */
const ROOT = resolve('.cache/test/reproducible')
const AGAIN = join(ROOT, '.cache/again')
/** As `astro dev` leaves it behind, with the picture of a draft. */
const DESK_ASSETS = `import x from "./zorblaxdraftpicture.jpg?astroContentImageFlag=&importer=${FIXTURE}/articles/2025/06/secret-draft/index.md";
export default new Map([["x", x]]);`

let written: string[]

test('the same moment makes the same bytes, cold, in another folder, zone and locale, after a day at the desk', async () => {
  await checkOut(ROOT)
  await mkdir(join(ROOT, '.astro'))
  await writeFile(join(ROOT, '.astro/content-assets.mjs'), DESK_ASSETS)
  const env = {
    SOURCE_DATE_EPOCH: FIXTURE_EPOCH,
    TZ: 'America/St_Johns',
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'tr_TR.UTF-8',
  }
  const began = Date.now()
  const { exitCode, output } = await build({ newsroom: join(ROOT, FIXTURE), outDir: AGAIN, cwd: ROOT, env })
  expect(exitCode, output).toBe(0)
  expect(await digestsOf(AGAIN)).toEqual(await digestsOf(FIXTURE_DIST))
  written = await writtenSince(began, ROOT)
})

test('a build for readers writes nothing of what is unpublished, in no cache either', async () => {
  const ends = ['.again-a/index.html', '.astro/content-assets.mjs', 'data-store.json', '/facts', '/assets/']
  for (const end of ends)
    expect(
      written.some((file) => file.includes(end)),
      end,
    ).toBe(true)
  expect(await leaksInFiles(ROOT, written)).toEqual([])
  expect(written.filter((file) => MARKERS.some((marker) => file.includes(marker)))).toEqual([])
})
