import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, FIXTURE_EPOCH } from './support/build.ts'
import { filesOf, FIXTURE, FIXTURE_DIST } from './support/sites.ts'

const AGAIN = '.cache/test/again'
/** As `astro dev` leaves it behind, with the picture of a draft. */
const DESK_ASSETS = `import x from "./zorblaxdraftpicture.jpg?astroContentImageFlag=&importer=${FIXTURE}/articles/2025/06/secret-draft/index.md";
export default new Map([["x", x]]);`

test('the same moment makes the same bytes, cold, in another zone and locale, after a day at the desk', async () => {
  await rm('node_modules/.astro/data-store.json', { force: true })
  await writeFile('.astro/content-assets.mjs', DESK_ASSETS)
  const env = {
    SOURCE_DATE_EPOCH: FIXTURE_EPOCH,
    TZ: 'America/St_Johns',
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'tr_TR.UTF-8',
  }
  const { exitCode, output } = await build({ newsroom: FIXTURE, outDir: AGAIN, env })
  expect(exitCode, output).toBe(0)
  expect(await digests(AGAIN)).toEqual(await digests(FIXTURE_DIST))
})

async function digests(folder: string): Promise<Record<string, string>> {
  const files = await filesOf(folder)
  const entries = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file))
      return [file, createHash('sha256').update(bytes).digest('hex')] as const
    }),
  )
  return Object.fromEntries(entries)
}
