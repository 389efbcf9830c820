import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PageList } from './page-list.ts'

// An item of feeds is rendered once, in one of them, and its picture is known of that one alone: when the item had left it,
// the others named a picture that was gone, and no build could publish.
test('a picture stays while a file names it, though no page is known for it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warta-page-list-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const picture = { original: '_astro/a.jpg', source: '/a.jpg', identity: '1 2 3', digest: 'd' }
  const pages = { 'tag/a/rss.xml': { identity: '4 5 6', digest: 'e', key: 'k', pictures: [], unscaled: [] } }
  const list = new PageList({ pages, pictures: { '_astro/a.jpeg': picture } }, folder)
  list.keepFresh('tag/a/rss.xml', 'k')
  const none = () => undefined
  expect(list.sealed(none, (file) => file === '_astro/a.jpeg').pictures).toEqual({ '_astro/a.jpeg': picture })
  expect(list.sealed(none, () => false).pictures).toEqual({})
})
