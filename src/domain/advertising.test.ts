import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { adsOf } from './advertising.ts'
import type { SiteInput } from './site.ts'

const image = { src: '/ads/own.png', alt: 'Read on paper', width: 728, height: 90, href: '/about/' }
const script = 'https://ads.example/show.js?site=7'
const own = { height: 90, image } as const
const bought = { height: 250 } as const

function shown(ads: SiteInput['ads'], article = { ads: true }) {
  return adsOf(siteWith({ ads }).ads, article)
}

test.each([
  ['by default', {}, {}],
  ['with positions, but not enabled', { top: own, script }, {}],
  ['with no position', { enabled: true, script }, { script: undefined }],
  ['with one of its own', { enabled: true, top: own }, { top: own, script: undefined }],
  [
    'with one that a script fills',
    { enabled: true, top: own, under: bought, script },
    { top: own, under: bought, script },
  ],
  [
    'with a script that no place is left for',
    { enabled: true, beside: own, script },
    { beside: own, script: undefined },
  ],
  [
    'with one in the text',
    { enabled: true, inArticle: own },
    { inArticle: { ...own, afterParagraph: 3 }, script: undefined },
  ],
] as [string, SiteInput['ads'], unknown][])('what an article has %s', (_, ads, found) => {
  expect(shown(ads)).toEqual(found)
})

test('an article that wants none has none', () => {
  expect(shown({ enabled: true, top: own, under: bought, script }, { ads: false })).toEqual({})
})

test.each([
  [{ top: { height: 91, image } }, '"ads.top.height" is 91, but must be one of 50, 90, 100'],
  [{ under: bought }, '"ads.under" is {"height":250}, but must have an image, as no script fills it'],
  [
    { top: { ...own, image: { ...image, src: 'own.png' } } },
    '"ads.top.image.src" is "own.png", but must start',
  ],
  [{ top: { ...own, image: { ...image, alt: ' ' } } }, '"ads.top.image.alt" is " ", but must not be empty'],
  [
    { top: { ...own, image: { ...image, href: 'javascript:alert(1)' } } },
    '"ads.top.image.href" is "javascript:alert(1)", but must be a path',
  ],
  [
    { script: 'http://ads.example/x.js' },
    '"ads.script" is "http://ads.example/x.js", but must be an address',
  ],
  [
    { origins: ['https://cdn.example', 'https://cdn.example/x'] },
    '"ads.origins.1" is "https://cdn.example/x", but must be such as "https://cdn.ads.example"',
  ],
  [{ origins: ['*'] }, '"ads.origins.0" is "*", but must be such as'],
  [
    { inArticle: { ...own, afterParagraph: 0 } },
    '"ads.inArticle.afterParagraph" is 0, but must be at least 1',
  ],
  [{ botom: own }, '"ads.botom" is not a setting.'],
  [{ uner: own }, '"ads.uner" is not a setting. Did you mean "under"?'],
] as unknown as [SiteInput['ads'], string][])('%j is refused', (ads, complaint) => {
  expect(() => siteWith({ ads })).toThrow(complaint)
})
