import { expect, test } from 'vitest'
import { isAlias } from '#domain/alias.ts'
import { OLD_SYSTEM, oldEntry } from '../../tests/support/old-records.ts'
import { planImport } from './plan.ts'
import type { OldAuthor } from './record.ts'
import { Survey } from './survey.ts'

const ledger = { map: () => new Map(), set: () => new Set<string>() }

/** The old addresses of the pages of an article's authors. */
function aliasesOf(
  authors: readonly OldAuthor[],
  { status = 'public', here = [] }: { status?: 'public' | 'draft'; here?: string[] },
): Record<string, readonly string[]> {
  const system = { ...OLD_SYSTEM, authorAddresses: (name: string) => [`/author/${name}/`] }
  const survey = new Survey(system, { timeZone: 'UTC', url: 'https://new.example/' }, ledger)
  survey.add({ record: 'site', title: 'Old News' })
  survey.add(oldEntry({ status, authors }))
  const state = {
    entries: new Map(),
    categories: new Set<string>(),
    authors: new Set(here),
    fixed: new Set<string>(),
    addressOf: (path: string) => path.replace(/\/?$/, '/'),
    isAlias,
    isMade: () => false,
  }
  const all = [...planImport(survey, state, ledger).authorAliases]
  return Object.fromEntries(all.filter(([, aliases]) => aliases.length > 0))
}

test.each<[string, OldAuthor[], Parameters<typeof aliasesOf>[1], Record<string, string[]>]>([
  [
    'whose slug is another one here',
    [{ id: '7', name: 'Ani', slug: 'ani_r' }],
    {},
    { 'ani-r': ['/author/ani_r/'] },
  ],
  ['whose id is the old address’s name', [{ id: 'Ani R', name: '' }], {}, { 'ani-r': ['/author/Ani%20R/'] }],
  [
    'whose name another has here',
    [
      { id: '1', name: 'Ani', slug: 'ani' },
      { id: '2', name: 'Ani', slug: 'ANI' },
    ],
    {},
    { 'ani-2': ['/author/ANI/'] },
  ],
  ['whose page has the same address', [{ id: '7', name: 'Ani', slug: 'ani' }], {}, {}],
  ['with an e-mail address for a name', [{ id: 'ani@mail.example', name: 'Ani R' }], {}, {}],
  ['with drafts alone, who has no page', [{ id: '7', name: 'Ani', slug: 'ani_r' }], { status: 'draft' }, {}],
  ['whose file is here', [{ id: '7', name: 'Ani', slug: 'ani_r' }], { here: ['ani-r'] }, {}],
  ['that is the outlet itself', [], {}, {}],
])('the old address of the page of an author %s', (_case, authors, more, expected) => {
  expect(aliasesOf(authors, more)).toEqual(expected)
})
