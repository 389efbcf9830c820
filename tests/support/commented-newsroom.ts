import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, FIXTURE_EPOCH } from './build.ts'
import { FIXTURE } from './sites.ts'

const CONFIG = 'src/site.config.ts'

/** A copy of the fixture newsroom in `folder`. */
export async function copyFixture(folder: string) {
  await rm(folder, { recursive: true, force: true })
  await cp(FIXTURE, folder, { recursive: true })
}

/** Writes the copy's config, `comments` being this source text, and builds it. */
export async function buildWithComments(folder: string, outDir: string, comments: string) {
  const config = await readFile(join(FIXTURE, CONFIG), 'utf8')
  await writeFile(join(folder, CONFIG), config.replace(/\}\)\s*$/, `comments: ${comments},\n})\n`))
  const { exitCode, output } = await build({
    newsroom: folder,
    outDir,
    env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH },
  })
  if (exitCode !== 0) throw new Error(output)
}
