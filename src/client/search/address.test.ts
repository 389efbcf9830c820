import { onTestFinished, expect, test, vi } from 'vitest'
import { record } from './address.ts'

/** The steps of a browser's history, each with its address, in which requests are recorded one after the other. */
function steps(at: string, ...requests: [query: string, typing: boolean][]): string[] {
  const entries: { state: unknown; address: string }[] = [{ state: null, address: at }]
  const location = () => new URL(entries.at(-1)?.address ?? '', 'https://x.example/search/')
  vi.stubGlobal('location', {
    get search() {
      return location().search
    },
    pathname: '/search/',
  })
  vi.stubGlobal('history', {
    get state() {
      return entries.at(-1)?.state
    },
    pushState: (state: unknown, _: string, address: string) => entries.push({ state, address }),
    replaceState: (state: unknown, _: string, address: string) =>
      (entries[entries.length - 1] = { state, address }),
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  for (const [query, typing] of requests) record({ query, filters: {}, sort: 'relevance' }, { typing })
  return entries.map(({ address }) => address)
}

test.each<[string, string, [string, boolean][], string[]]>([
  [
    'what is typed is one step',
    '/search/',
    [
      ['f', true],
      ['fl', true],
      ['flood', true],
    ],
    ['/search/', '?q=flood'],
  ],
  [
    'what is submitted then is the same step',
    '/search/',
    [
      ['fl', true],
      ['flood', false],
    ],
    ['/search/', '?q=flood'],
  ],
  [
    'what is typed after that is another',
    '?q=rice',
    [
      ['flood', false],
      ['flo', true],
    ],
    ['?q=rice', '?q=flood', '?q=flo'],
  ],
  ['the same again is none', '?q=rice', [['rice', false]], ['?q=rice']],
  ['nothing is the page without a request', '?q=rice', [['', false]], ['?q=rice', '/search/']],
])('%s', (_, at, requests, addresses) => {
  expect(steps(at, ...requests)).toEqual(addresses)
})
