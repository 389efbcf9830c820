import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SETTINGS, type SiteInput } from '#domain/site.ts'
import fixture from '../fixtures/newsroom/src/site.config.ts'
import { THEME_KEYS } from '#styles/theme.ts'
import { CONFIG_CHANGES } from '../support/config-changes.ts'
import { SoakSite } from '../support/soak-site.ts'
import { THEME_CHANGES } from '../support/theme-changes.ts'

let site: SoakSite
let first: Record<string, string>
beforeAll(async () => {
  site = await SoakSite.in('.cache/test/soak-config')
  await configure(fixture)
  await site.mustBuild()
  first = await site.published()
})
afterAll(() => site.remove())

test('each key of a config and of a theme is changed here', () => {
  expect(Object.keys(CONFIG_CHANGES).sort()).toEqual(SETTINGS.toSorted())
  expect(Object.keys(THEME_CHANGES).sort()).toEqual(THEME_KEYS.toSorted())
})

const casesOf = (changes: Record<string, readonly unknown[]>) =>
  Object.entries(changes).flatMap(([key, values]) =>
    values.map((value) => [key, JSON.stringify(value)] as const),
  )

test.each(casesOf(CONFIG_CHANGES))(
  'with another %s, %s, a warm cache makes what a clean build does',
  async (key, value) => {
    const changed = { ...fixture, [key]: JSON.parse(value) }
    expect(changed).not.toEqual(fixture)
    await mustEqualClean(changed)
  },
)

test.each(casesOf(THEME_CHANGES))('so it does with another %s of the theme, %s', async (key, value) => {
  const theme = join(site.newsroom, 'src/theme.ts')
  await writeFile(theme, `export default { ${key}: ${value} }\n`)
  await mustEqualClean(fixture)
  await rm(theme)
})

test.each(['categories/city.yml', 'categories/world.yml'])(
  'and with another colour in %s',
  async (category) => {
    const file = join(site.newsroom, 'src/content', category)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/colour: .*/, 'colour: "#0b5d1e"'))
    await mustEqualClean(fixture)
    await writeFile(file, text)
  },
)

test('the first config again makes the first site', async () => {
  await mustEqualClean(fixture)
  expect(await site.published()).toEqual(first)
})

async function mustEqualClean(config: SiteInput): Promise<void> {
  await configure(config)
  const { exitCode, output } = await site.build({}, ['--accept-loss'])
  expect(exitCode, output).toBe(0)
  expect(await site.published()).toEqual(await site.cleanlyBuilt())
}

function configure(config: SiteInput): Promise<void> {
  return writeFile(
    join(site.newsroom, 'src/site.config.ts'),
    `export default ${JSON.stringify(config, undefined, 2)}\n`,
  )
}
