import { expect, test } from 'vitest'
import type { SiteInput } from '#domain/site.ts'
import { siteWith } from '../../../tests/support/newsroom.ts'
import { problemAt, problemsOf, STAFF } from '../../../tests/support/temporary-newsroom.ts'
import { checkMadeFiles } from './made-files.ts'

const FILES = { ...STAFF, 'public/ads.txt': 'x', 'public/.well-known/security.txt': 'x' }
const SETTINGS: Partial<SiteInput> = {
  ads: { sellers: [{ domain: 'exchange.example', account: '7', relationship: 'DIRECT' }] },
  security: { contact: ['mailto:it@warta.example'] },
}

test('a file that the config makes too is a problem', async () => {
  const site = siteWith(SETTINGS)
  expect(await problemsOf(checkMadeFiles, FILES, site)).toEqual([
    problemAt('public/ads.txt:1:1', '"ads.sellers" in src/site.config.ts makes this file'),
    problemAt('public/.well-known/security.txt:1:1', '"security" in src/site.config.ts makes this file'),
  ])
  expect(await problemsOf(checkMadeFiles, STAFF, site)).toEqual([])
})

test('without those settings the outlet keeps the files itself', async () => {
  expect(await problemsOf(checkMadeFiles, FILES)).toEqual([])
})
