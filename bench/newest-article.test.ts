import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newestArticle } from './newest-article.ts'

function siteWith(items: object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'warta-newest-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(
    join(folder, 'feed.json'),
    JSON.stringify({ home_page_url: 'https://a.example/daily/', items }),
  )
  return folder
}

test('the newest article, its section and a search that finds it', () => {
  const items = [
    { url: 'https://a.example/daily/city/quay-closed/', title: 'Why the quay “closed”' },
    { url: 'https://a.example/daily/sport/cup/', title: 'Cup' },
  ]
  expect(newestArticle(siteWith(items))).toEqual({
    article: 'city/quay-closed/',
    section: 'city/',
    search: 'search/?q=closed',
  })
})

test('none is told', () => {
  expect(() => newestArticle(siteWith([]))).toThrow('no article')
})
