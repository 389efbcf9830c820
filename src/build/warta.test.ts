import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { parseTheme } from '#styles/theme.ts'
import { siteWith } from '../../tests/support/newsroom.ts'
import { buildSettings } from './settings.ts'
import { warta } from './warta.ts'

test('a config that sends the site elsewhere than OUT_DIR says is refused before anything is built', async () => {
  const settings = buildSettings({ OUT_DIR: '/srv/news/dist' })
  const setup = warta(settings, { site: siteWith(), theme: parseTheme({}) }).hooks['astro:config:setup']
  const options = {
    command: 'build',
    config: { outDir: pathToFileURL('/srv/other/') },
    updateConfig: () => {},
  }
  await expect(async () => setup?.(options as never)).rejects.toThrow(
    'OUT_DIR names /srv/news/dist, and "outDir" in astro.config.mjs /srv/other.',
  )
})
