import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { judgePage } from './judge-page.ts'

const PATH = '/daily/world/harbour/'
const canonical = (path: string) => `<link rel="canonical" href="https://news.example${path}">`

test.each([
  ['the article', `${canonical(PATH)}<save-button></save-button>`, { is: 'article' }],
  [
    'the notice that it is withdrawn',
    `${canonical(PATH)}<article data-withdrawn></article>`,
    { is: 'withdrawn' },
  ],
  ['a page that leads on', canonical('/daily/world/port/'), { is: 'moved', to: '/daily/world/port/' }],
  ['a page of the same address without an article', canonical(PATH), { is: 'other' }],
  ['a page of another outlet on the host', canonical('/weekly/world/harbour/'), { is: 'other' }],
  ['a page that names no address', '<save-button></save-button>', { is: 'other' }],
  ['a page whose address is none', '<link rel="canonical" href="//[">', { is: 'other' }],
  ['nothing', '', { is: 'other' }],
])('%s', (_, markup, verdict) => {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${markup}</body></html>`)
  expect(judgePage(document, PATH, '/daily/')).toEqual(verdict)
})
