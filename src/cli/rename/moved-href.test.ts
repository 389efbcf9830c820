import { describe, expect, test } from 'vitest'
import { siteWith } from '../../../tests/support/newsroom.ts'
import { articleMove, folderMove, movedHref } from './moved-href.ts'

describe('a folder that moves', () => {
  const move = folderMove('/politik/', '/ekonomi/', new Set(['/politik/old/']))
  test.each([
    ['/politik/', '/ekonomi/'],
    ['/politik', '/ekonomi/'],
    ['/politik/a/', '/ekonomi/a/'],
    ['/politik/a.md', '/ekonomi/a.md'],
    ['/politik/old/', undefined],
    ['/politik/old', undefined],
    ['/politika/', undefined],
    ['/', undefined],
  ])('takes %s to %s', (path, to) => {
    expect(move(path)).toBe(to)
  })
})

describe('an article that moves', () => {
  const move = articleMove('/politik/a/', '/politik/b/')
  test.each([
    ['/politik/a/', '/politik/b/'],
    ['/politik/a', '/politik/b/'],
    ['/politik/a/index.html', '/politik/b/'],
    ['/politik/a.md', '/politik/b.md'],
    ['/politik/ab/', undefined],
    ['/politik/', undefined],
  ])('takes %s to %s', (path, to) => {
    expect(move(path)).toBe(to)
  })
})

describe.each([
  ['https://warta.example/', ''],
  ['https://warta.example/news/', '/news'],
])('on a page of %s', (url, base) => {
  const site = siteWith({ url })
  const page = { path: `${base}/politik/x/`, newPath: `${base}/politik/x/` }
  const href = (written: string, at = page) =>
    movedHref(written, at, site, folderMove('/politik/', '/ekonomi/', new Set()))

  test.each([
    ['a path', '/politik/a/', '/ekonomi/a/'],
    ['a path with its query and place', '/politik/a/?x=1#b', '/ekonomi/a/?x=1#b'],
    ['a relative path', '../a/', '/ekonomi/a/'],
    ['a whole address', `${url}politik/a/#b`, `${url}ekonomi/a/#b`],
    ['an escaped path', '/politik/caf%C3%A9/', '/ekonomi/caf%C3%A9/'],
    ['a path elsewhere', '/sport/a/', undefined],
    ['another site', 'https://other.example/politik/a/', undefined],
    ['another site without a scheme', '//warta.example/politik/a/', undefined],
    ['a mail address', 'mailto:a@warta.example', undefined],
  ])('a link by %s becomes another, or stays', (_, written, to) => {
    expect(href(written)).toBe(to)
  })

  test('that moves itself, a relative link that leads there all the same stays', () => {
    expect(href('../a/', { path: `${base}/politik/x/`, newPath: `${base}/ekonomi/x/` })).toBeUndefined()
  })
})
