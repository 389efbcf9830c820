import { expect, test } from 'vitest'
import { addressOf } from '#desk/aliases.ts'
import type { Target } from './known-entries.ts'
import { planTags } from './plan-tags.ts'
import type { Survey } from './survey.ts'

test.each([
  ['another slug', ['/tag/hargapangan/', 'Harga pangan'], { 'Harga pangan': ['/tag/hargapangan/'] }],
  ['a number behind it', ['/tag/beras-2/', 'Beras'], { Beras: ['/tag/beras-2/'] }],
  ['the slug that it has', ['/tag/beras/', 'Beras'], {}],
  ['what another tag has now', ['/tag/jagung/', 'Beras'], {}],
  ['a list of another system', ['/search/label/Beras', 'Beras'], { Beras: ['/search/label/Beras'] }],
  ['what the site makes itself', ['/archive/beras/', 'Beras'], {}],
  ['a category’s page, which is an alias already', ['/category/pangan/', 'Pangan'], {}],
])('a tag that had %s', (_case, [path, name], aliases) => {
  const tags = new Map([[path, name]])
  const survey = { tags, tagSlugs: new Set(['beras', 'jagung', 'harga-pangan']) } as unknown as Survey
  const targets = new Map<string, Target>([['/category/pangan/', { path: '/pangan/' }]])
  const ledger = { map: <K, V>() => new Map<K, V>(), set: () => new Set<string>() }
  const newsroom = {
    addressOf,
    isAlias: () => true,
    isMade: (address: string) => address.startsWith('/archive/'),
    categories: new Set<string>(),
  }
  expect(Object.fromEntries(planTags(survey, newsroom, targets, ledger))).toEqual(aliases)
  expect(targets.has(addressOf(path as string))).toBe(true)
})
