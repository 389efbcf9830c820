import { expect, test } from 'vitest'
import { numbered } from '#build/analyse/facts.ts'
import { Texts } from '#build/analyse/texts.ts'
import type { Publication } from '#build/verify/judged-site.ts'
import { lostPages } from './lost-pages.ts'

const PAGE = { kind: 'page' as const, links: [], authored: [], ids: [], faults: [], searched: [] }

function lossOf(last: Publication, next: ReadonlySet<string>, maxLoss: number) {
  const texts = new Texts()
  const facts = new Map([...next].map((file) => [file, numbered(PAGE, texts)]))
  const output = { base: '/', files: new Map(), facts, records: new Map(), texts }
  return lostPages({ output, last, maxLoss })
}

const files = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `city/${i + from}/index.html`)

test.each([
  // last, of them still there, maxLoss, refused
  [100, 100, 5, false],
  [100, 95, 5, false],
  [100, 94, 5, true],
  [1000, 950, 5, false],
  [1000, 949, 5, true],
  [1000, 999, 0, false],
  [1000, 994, 0, true],
  [1000, 500, 50, false],
  // A few of a small outlet may go, half of it not.
  [20, 15, 5, false],
  [20, 14, 5, true],
  [4, 3, 5, false],
  [4, 2, 5, true],
  [1, 0, 5, true],
  [0, 0, 5, false],
])('of %i pages %i are left, %i %% may go: refused is %s', (last, left, maxLoss, refused) => {
  const next = new Set([...files(left), ...files(500, 5000)])
  expect(lossOf({ pages: files(last), articles: [] }, next, maxLoss).length > 0).toBe(refused)
})

test('a loss of articles is told, though it is a small share of the pages', () => {
  const articles = files(20)
  const pages = [...articles, ...files(980, 100)]
  const faults = lossOf({ pages, articles }, new Set(pages.slice(8)), 5)
  expect(faults.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^8 of the 20 articles .* gone, 40 %: city\/0\/, .* and 3 more\. .*--accept-loss$/),
  ])
})

test('longer lists have fewer pages: that is no loss', () => {
  const numbered = Array.from({ length: 50 }, (_, i) => [
    `city/page/${i}/index.html`,
    `city/match/live/${i}/index.html`,
  ]).flat()
  expect(lossOf({ pages: [...files(20), ...numbered], articles: [] }, new Set(files(20)), 5)).toEqual([])
})

const inSection = (section: string, count = 9) => [
  `${section}/index.html`,
  ...files(count).map((file) => file.replace('city', section)),
]

test.each([
  [
    inSection('politik'),
    inSection('ekonomi'),
    ['politik/ seems to be ekonomi/ now: put /politik/ into aliases of src/content/categories/ekonomi.yml'],
  ],
  [
    [...inSection('politik'), ...inSection('kota'), 'author/budi/index.html', 'tag/a/index.html'],
    [...inSection('ekonomi'), 'author/budiman/index.html', 'tag/b/index.html'],
    [
      'politik/ seems to be ekonomi/ now',
      'author/budi/ seems to be author/budiman/ now: put /author/budi/ into aliases of src/content/authors/budiman.yml',
      "tag/a/ seems to be tag/b/ now: put /tag/a/ into the tag's line of src/content/tags.yml",
    ],
  ],
])(
  'of %j that became %j the advice is to let the old addresses lead on, and then to accept',
  (before, now, advice) => {
    const [fault] = lossOf({ pages: before, articles: [] }, new Set(now), 5)
    let last = -1
    for (const words of [...advice, '--accept-loss']) {
      const place = fault?.message.indexOf(words) ?? -1
      expect(place, words).toBeGreaterThan(last)
      last = place
    }
  },
)

test('of pages that are gone for good, and of articles that moved out of a section that stays, nothing is guessed', () => {
  const gone = inSection('politik')
  for (const now of [[], ['x/y/index.html'], ['politik/index.html', ...inSection('ekonomi')]]) {
    const faults = lossOf({ pages: gone, articles: [] }, new Set(now), 5)
    expect(faults.map(({ message }) => message).join()).not.toContain('seems to be')
  }
})
