import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'

const FULL = { tagFeeds: true, tagPagesFrom: 1, cards: 'all', markdown: true, searchFragments: 'single' }
const LEAN = {
  tagFeeds: false,
  tagPagesFrom: 3,
  cards: 'recent',
  markdown: false,
  searchFragments: 'grouped',
}

test('nothing is left out where no host is named, or one that takes many files', () => {
  for (const publish of [undefined, { host: 'own' }, { host: 'cloudflare' }, { host: 'github' }] as const)
    expect(siteWith({ publish }).output).toEqual(FULL)
})

test('what makes many files is left out where the host takes few, unless the outlet wants it', () => {
  for (const host of ['cloudflare-free', 'azure', 'azure-free'] as const)
    expect(siteWith({ publish: { host } }).output).toEqual(LEAN)
  const output = { markdown: true, cards: 'none' } as const
  expect(siteWith({ publish: { host: 'azure' }, output: { tagFeeds: undefined } }).output).toEqual(LEAN)
  expect(siteWith({ publish: { host: 'azure' }, output }).output).toEqual({ ...LEAN, ...output })
})
