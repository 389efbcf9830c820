import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { outsideOrigins } from './outside-origins.ts'
import type { SiteInput } from './site.ts'

const script = 'https://ads.example:8443/show.js?site=7'
const newsletter = { title: 'Mornings', text: 'The news.', action: 'https://list.example/join?u=7' }

test.each([
  ['nothing', {}, [], []],
  ['a script, switched off', { ads: { script } }, [], []],
  ['a script', { ads: { enabled: true, script } }, ['https://ads.example:8443'], []],
  ['a newsletter', { newsletter }, [], ['https://list.example']],
  [
    'both',
    { ads: { enabled: true, script }, newsletter },
    ['https://ads.example:8443'],
    ['https://list.example'],
  ],
] as [string, Partial<SiteInput>, string[], string[]][])('%s', (_, input, scripts, forms) => {
  expect(outsideOrigins(siteWith(input))).toEqual({ 'script-src': scripts, 'form-action': forms })
})
