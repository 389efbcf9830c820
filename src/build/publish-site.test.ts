import { expect, test } from 'vitest'
import { mayFollow } from './publish-site.ts'
import type { PageFacts } from './search/page-facts.ts'

const page = (path: string, digest = path): PageFacts => ({
  path,
  digest,
  language: 'en',
  published: '2025-06-20T00:00:00Z',
})
const [a, b, c] = [page('world/a/'), page('world/b/'), page('world/c/')]

test.each([
  ['a page has another text', [a, page('world/b/', 'another')], true],
  ['a page has come', [a, b, c], true],
  ['a page is gone, or has been taken back', [a], false],
  ['a page has moved', [a, page('city/b/', 'world/b/')], false],
  ['a page has come where another has gone', [a, c], false],
  ['nothing that is searched has changed, and there is nothing to wait for', [a, b], false],
  ['the same is listed in another order', [b, a], false],
])('where %s, whether search may follow: %s', (_case, searched, may) => {
  expect(mayFollow({ searched }, [a, b])).toBe(may)
})

test('it may not where nobody knows what it finds', () => {
  expect(mayFollow({ searched: [a] }, undefined)).toBe(false)
})
