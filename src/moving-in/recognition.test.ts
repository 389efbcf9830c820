import { expect, test } from 'vitest'
import { isAlias } from '#domain/alias.ts'
import { OLD_SYSTEM, oldEntry } from '../../tests/support/old-records.ts'
import type { KnownEntry, NewsroomState } from './known-entries.ts'
import { planImport } from './plan.ts'
import type { EntryRecord } from './record.ts'
import { Survey } from './survey.ts'

type Fields = Partial<EntryRecord>

const ledger = { map: () => new Map(), set: () => new Set<string>() }

/** A newsroom into which exports are brought, one after the other. */
class Newsroom {
  readonly entries = new Map<string, KnownEntry>()

  /** The files that an export makes, and those by which its records are known. */
  bring(...records: Fields[]): { made: string[]; known: (string | undefined)[] } {
    const survey = new Survey(OLD_SYSTEM, { timeZone: 'UTC', url: 'https://new.example/' }, ledger)
    for (const fields of records) survey.add(oldEntry(fields))
    const state: NewsroomState = {
      entries: new Map(this.entries),
      categories: new Set(),
      authors: new Set(),
      fixed: new Set(),
      addressOf: (path) => path.replace(/\/?$/, '/'),
      isAlias,
      isMade: () => false,
    }
    const plan = planImport(survey, state, ledger)
    const planned = [...plan.entries].sort(([a], [b]) => a - b)
    for (const [number, { existing, slug, category, aliases, isIdTaken }] of planned) {
      const entry = survey.entries.get(number)
      if (existing !== undefined || !entry) continue
      const { kind, title, at, feedId } = entry
      this.entries.set(`${slug}.md`, {
        ...{ kind, slug, category, title, aliases, file: `${slug}.md` },
        at: kind === 'page' ? undefined : Date.parse(at),
        feedId: isIdTaken || kind === 'page' ? undefined : feedId,
      })
    }
    return {
      made: planned.flatMap(([, { existing, slug }]) => (existing === undefined ? [`${slug}.md`] : [])),
      known: planned.map(([, { existing }]) => existing),
    }
  }
}

const about = (...oldAddresses: string[]): Fields => ({ kind: 'page', title: 'About', oldAddresses })
const story = (fields: Fields): Fields => ({ title: 'Fish', publishedAt: new Date(0), ...fields })

test.each<[string, Fields, Fields]>([
  ['pages of one title at other addresses', about('/about.html'), about('/en/us/')],
  ['pages of one title and address with other numbers', about('/a/', '/?p=2'), about('/a/', '/?p=9')],
  ['pages of which one has now the address that the other had', about('/x/about/'), about('/about/')],
  [
    'articles of one title and moment at other addresses',
    story({ oldAddresses: ['/1/fish/'] }),
    story({ oldAddresses: ['/2/fish/'] }),
  ],
  [
    'articles of one address with other ids, titles and moments',
    story({ oldAddresses: ['/fish/'], feedId: 'http://a.example/?p=1' }),
    {
      title: 'Meat',
      oldAddresses: ['/fish/'],
      feedId: 'http://b.example/?p=1',
      publishedAt: new Date(86_400_000),
    },
  ],
  [
    'articles of one short id',
    story({ oldAddresses: ['/fish/'], feedId: '1' }),
    { title: 'Meat', oldAddresses: ['/meat/'], feedId: '1', publishedAt: new Date(86_400_000) },
  ],
])('%s, of two sites, are two, and are known again', (_case, one, other) => {
  const newsroom = new Newsroom()
  const [first] = newsroom.bring(one).made
  const [second] = newsroom.bring(other).made
  expect([first, second]).toEqual([expect.any(String), expect.any(String)])
  expect(newsroom.bring(other).known).toEqual([second])
  expect(newsroom.bring(one).known).toEqual([first])
  const ids = [...newsroom.entries.values()].flatMap(({ feedId }) => feedId ?? [])
  expect(new Set(ids).size).toBe(ids.length)
})

test('a later export with a second page of that title makes that one alone, wherever it stands', () => {
  const newsroom = new Newsroom()
  newsroom.bring(about('/about.html'))
  expect(newsroom.bring(about('/en/about.html'), about('/about.html'))).toEqual({
    made: ['about-2.md'],
    known: [undefined, 'about.md'],
  })
})

test.each<[string, Fields, Fields]>([
  ['of another title, by its address', about('/about.html'), { ...about('/about.html'), title: 'Us' }],
  ['without an address, by its title', about(), about()],
  ['whose address cannot be kept, by its title', about('/a?b'), about('/a?b')],
  [
    'of a copy of the site, by address and title',
    story({ oldAddresses: ['/fish/'], feedId: 'http://a.example/?p=1' }),
    story({ oldAddresses: ['/fish/'], feedId: 'http://staging.example/?p=1' }),
  ],
  [
    'at another address, by its id',
    story({ oldAddresses: ['/fish/'], feedId: 'http://a.example/?p=1' }),
    story({ oldAddresses: ['/2020/fish/'], feedId: 'http://a.example/?p=1' }),
  ],
])('what was imported is known %s', (_case, before, now) => {
  const newsroom = new Newsroom()
  const { made } = newsroom.bring(before)
  expect(newsroom.bring(now)).toEqual({ made: [], known: made })
})

test('two entries of one address are both known again, the second by its title', () => {
  const newsroom = new Newsroom()
  const twins = [story({ oldAddresses: ['/fish/'] }), story({ title: 'Meat', oldAddresses: ['/fish/'] })]
  const { made } = newsroom.bring(...twins)
  expect(newsroom.bring(...twins)).toEqual({ made: [], known: made })
})
