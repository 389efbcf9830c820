import { expect, test } from 'vitest'
import { articleFile, SITE, STAFF, temporaryNewsroom } from '../../../tests/support/temporary-newsroom.ts'
import { readState } from './newsroom-state.ts'

const ledger = { map: () => new Map(), set: () => new Set<string>() }
const PAGE = '---\ntitle: About\ndescription: Us\naliases: [/who/]\n---\nWe.\n'

test('of a newsroom an import knows names, dates and addresses', async () => {
  const folder = await temporaryNewsroom({
    ...STAFF,
    'articles/2025/flood/index.md': articleFile({
      title: 'Flood',
      publishedAt: '2025-07-01T07:00',
      aliases: '[/a/]',
      id: 'old-7',
    }),
    'src/content/pages/about.md': PAGE,
  })
  const state = await readState(folder, { ...SITE, timeZone: 'Asia/Jakarta' }, ledger)
  expect([...state.entries].map(([, entry]) => entry)).toEqual([
    {
      ...{
        kind: 'article',
        file: 'articles/2025/flood/index.md',
        slug: 'flood',
        category: 'politics',
        title: 'Flood',
      },
      ...{ at: Date.parse('2025-07-01T00:00Z'), aliases: ['/a/'], feedId: 'old-7' },
    },
    {
      ...{ kind: 'page', file: 'src/content/pages/about.md', slug: 'about', category: '', title: 'About' },
      ...{ at: undefined, aliases: ['/who/'], feedId: undefined },
    },
  ])
  expect([[...state.categories], [...state.authors]]).toEqual([['politics'], ['budi']])
})

test('an address is of a page that the site makes itself, below a category that is to come too', async () => {
  const { isMade } = await readState(await temporaryNewsroom(STAFF), SITE, ledger)
  const made = (address: string) => isMade(address, new Set(['sport']))
  expect(['/search/', '/sport/page/2/'].map(made)).toEqual([true, true])
  expect(['/sport/', '/sport/cup/', '/other/page/2/'].map(made)).toEqual([false, false, false])
})

test('a file that cannot be read stops the import, and is named with the way to mend it', async () => {
  const folder = await temporaryNewsroom({ ...STAFF, 'articles/x.md': 'No front matter' })
  await expect(readState(folder, SITE, ledger)).rejects.toThrow(
    /articles\/x\.md:1:1 [\s\S]*Nothing was imported: mend these files first\./,
  )
})
