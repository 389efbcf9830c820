import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { outsideOrigins, type OutsideUse } from './outside-origins.ts'
import type { SiteInput } from './site.ts'

const script = 'https://ads.example:8443/show.js?site=7'
const filled = { enabled: true, script, top: { height: 90 } } as const
const newsletter = { title: 'Mornings', text: 'The news.', action: 'https://list.example/join?u=7' }
const waline = { provider: 'waline', server: 'https://talk.example/waline/' } as const
const giscus = {
  provider: 'giscus',
  giscus: { repo: 'outlet/talk', repoId: 'R', category: 'C', categoryId: 'C' },
} as const
const ADS = ['https://ads.example:8443']
const TALK = { 'connect-src': ['https://talk.example'] }
const GISCUS = ['https://giscus.app']

test.each([
  ['nothing', {}, {}, [], {}],
  ['a script, switched off', { ads: { ...filled, enabled: false } }, {}, [], {}],
  ['a script that no place is left for', { ads: { enabled: true, script } }, {}, [], {}],
  ['a script, on an article that wants none', { ads: filled }, { ads: false }, [], {}],
  [
    'a script',
    { ads: filled },
    {},
    [],
    { 'script-src': ADS, 'img-src': ADS, 'connect-src': ADS, 'frame-src': ADS },
  ],
  [
    'a script with those that it calls',
    { ads: { ...filled, origins: ['https://*.cdn.example', 'https://ads.example:8443'] } },
    {},
    [],
    Object.fromEntries(
      ['script-src', 'img-src', 'connect-src', 'frame-src'].map((name) => [
        name,
        [...ADS, 'https://*.cdn.example'],
      ]),
    ),
  ],
  ['a newsletter', { newsletter }, {}, [], { 'form-action': ['https://list.example'] }],
  ['comments', { comments: waline }, {}, [], TALK],
  ['comments that are closed, but shown', { comments: waline }, { discussion: 'closed' }, [], TALK],
  ['comments, on an article without', { comments: waline }, { discussion: 'none' }, [], {}],
  ['comments, on an article still to come', { comments: waline }, { unpublished: 'scheduled' }, [], {}],
  [
    'comments at GitHub',
    { comments: giscus },
    {},
    [],
    { 'script-src': GISCUS, 'style-src': GISCUS, 'frame-src': GISCUS },
  ],
  ['comments at GitHub that are closed', { comments: giscus }, { discussion: 'closed' }, [], {}],
  [
    'frames of its own',
    {},
    {},
    ['https://film.example/embed/1?autoplay=1', 'https://film.example/embed/2', 'https://map.example/'],
    { 'frame-src': ['https://film.example', 'https://map.example'] },
  ],
] as [string, Partial<SiteInput>, Partial<OutsideUse>, string[], Record<string, string[]>][])(
  'an article lets in, with %s',
  (_, settings, article, frames, expected) => {
    const use = { ads: true, discussion: 'open', ...article } as const
    expect(outsideOrigins(siteWith(settings), use, frames)).toEqual(expected)
  },
)
