import { expect, test } from 'vitest'
import { brokenLinks } from './broken-links.ts'
import { type Facts, numbered } from '#build/analyse/facts.ts'
import { Texts } from '#build/analyse/texts.ts'

function broken(link: string, kind: 'links' | 'authored' = 'links') {
  const texts = new Texts()
  const facts = (parts: Partial<Facts>) =>
    numbered({ kind: 'page', links: [], authored: [], ids: [], faults: [], searched: [], ...parts }, texts)
  const pages = new Map([
    ['index.html', facts({ [kind]: [link] })],
    ['city/index.html', facts({ ids: ['notes', 'été'] })],
    ['city/match/index.html', facts({ ids: ['newest'] })],
    ['city/match/live/1/index.html', facts({ ids: ['oldest'] })],
    ['city/match/live/2/index.html', facts({ ids: ['older'] })],
    ['fragments/x/index.html', facts({ kind: 'part' })],
  ])
  const files = new Map([...pages.keys(), 'harga beras/index.html', 'a.jpg'].map((file) => [file, '1 1 1']))
  const output = { base: '/daily/', files, facts: pages, records: new Map(), texts }
  const site = { output, routes: new Set(files.keys()), preview: false, last: undefined, maxLoss: 0 }
  return brokenLinks(site).map(({ rule, message, severity }) => `${rule}${severity ?? ''}: ${message}`)
}

test.each([
  '/daily/',
  '/daily/city/',
  '/daily/city',
  '/daily/city/#notes',
  '/daily/city/#%C3%A9t%C3%A9',
  '/daily/city/#top',
  '/daily/city/match/#newest',
  '/daily/city/match/#older',
  '/daily/city/match/#oldest',
  '/daily/city/#:~:text=bus',
  '/daily/fragments/x/#in-the-page-around-it',
  '/daily/a.jpg#xywh=0',
  '/daily/harga%20beras/',
])('%s leads to something', (link) => {
  expect(broken(link)).toEqual([])
})

test.each([
  ['/daily/sport/', 'is not there'],
  ['/daily/b.jpg', 'is not there'],
  ['/daily/a.jpg/', 'is not there'],
  ['/daily/City/', 'is not there'],
  ['/city/', 'outside the site'],
  ['/daily/city/#note', 'the id "note"'],
  ['/daily/city/match/#gone', 'the id "gone"'],
  ['/daily/%E0%A4%A/', 'no address'],
])('%s does not', (link, words) => {
  expect(broken(link)).toEqual([expect.stringContaining(words)])
  expect(broken(link)[0]).toMatch(/^broken-(link|anchor): /)
  // What an author wrote may be yet to come.
  expect(broken(link, 'authored')).toEqual([expect.stringMatching(/^link-to-comewarning: /)])
})
