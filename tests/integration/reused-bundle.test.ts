import { readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FIXTURE } from '../support/sites.ts'
import { SoakSite } from '../support/soak-site.ts'

let site: SoakSite
beforeAll(async () => {
  site = await SoakSite.in('.cache/test/reused-bundle')
  await put('src/note.ts', `export const note = 'old'\n`)
  await put('src/overrides/chrome/Footer.astro', FOOTER('one'))
  await site.mustBuild()
})
afterAll(() => site.remove())

const REUSED = 'what was bundled before'
const CONFIG = readFileSync(join(FIXTURE, 'src/site.config.ts'), 'utf8')
const FOOTER = (text: string) =>
  `---\nimport { note } from '../../note.ts'\n---\n<footer>{note} ${text} {import.meta.env.PUBLIC_WHERE}</footer>\n`

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(site.newsroom, file)), { recursive: true })
  await writeFile(join(site.newsroom, file), text)
}

const WHERE = 'src/overrides/chrome/Footer.astro'
const PUBLIC = 'public/files/list.txt'
const LEFT = '.cache/build/dist/dist/.prerender/prerender-entry.0.mjs'

test.each<[string, boolean, () => Promise<void>, Record<string, string>?]>([
  [
    'an article, and of a file that is published as it is',
    true,
    async () => {
      await site.edit()
      await put(PUBLIC, 'one\n')
    },
  ],
  [
    'such a file that is gone, where a build that was cut off has left its program',
    true,
    async () => {
      await rm(join(site.newsroom, PUBLIC))
      await mkdir(dirname(join(site.root, LEFT)), { recursive: true })
      await writeFile(join(site.root, LEFT), 'throw new Error("left")\n')
    },
  ],
  ['a module that only a component names', false, () => put('src/note.ts', `export const note = 'new'\n`)],
  ['a variable that a component names', false, async () => {}, { PUBLIC_WHERE: 'Bogor' }],
])('a build on top of the last equals a clean one after a change of %s', async (_, isReused, change, env) => {
  await change()
  expect((await site.mustBuild(env)).includes(REUSED)).toBe(isReused)
  expect(await site.published()).toEqual(await site.cleanlyBuilt(env))
})

test.each<[string, () => Promise<void>]>([
  ['a component', () => put(WHERE, FOOTER('two'))],
  ['the config', () => put('src/site.config.ts', `// Nothing new.\n${CONFIG}`)],
  ['a file of variables', () => writeFile(join(site.root, '.env'), 'PUBLIC_WHERE=Depok\n')],
])('the program is bundled again after a change of %s, and once', async (_, change) => {
  await change()
  expect(await site.mustBuild()).not.toContain(REUSED)
  expect(await site.mustBuild()).toContain(REUSED)
})
