import { expect, test } from 'vitest'
import { parseSite } from './site.ts'

const parse = (webDesk: unknown) =>
  parseSite({ name: 'Warta', tagline: 'News', url: 'https://warta.example/', webDesk } as never).webDesk

test('a site has no web desk unless the config names where it keeps its files', () => {
  expect(parse(undefined)).toBeUndefined()
  expect(parse({ backend: 'github', repo: 'warta/news' })).toEqual({
    backend: 'github',
    repo: 'warta/news',
    branch: 'main',
    review: false,
  })
})

test.each([
  [{ backend: 'gitlab', repo: 'group/part/news', review: true }],
  [{ backend: 'gitea', repo: 'warta/news.id', apiRoot: 'https://git.example/api/v1', appId: '7f' }],
])('%j can be used', (webDesk) => {
  expect(parse(webDesk)).toMatchObject(webDesk)
})

test.each([
  [
    { backend: 'git', repo: 'warta/news' },
    '"webDesk.backend" is "git", but must be "github", "gitlab" or "gitea"',
  ],
  [{ backend: 'github' }, '"webDesk.repo" is missing'],
  [
    { backend: 'github', repo: 'https://github.com/warta/news' },
    'must be a repository such as "outlet/news"',
  ],
  [
    { backend: 'github', repo: 'warta/news', apiRoot: '/api' },
    '"webDesk.apiRoot" is "/api", but must be an address',
  ],
  [
    { backend: 'github', repo: 'warta/news', baseURL: 'x' },
    '"webDesk.baseURL" is not a setting. Did you mean "baseUrl"?',
  ],
  [
    { backend: 'gitea', repo: 'warta/news', review: true },
    '"webDesk.review" is true, but must be false with "gitea"',
  ],
])('%j cannot be used: %s', (webDesk, message) => {
  expect(() => parse(webDesk)).toThrow(message)
})
