import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isAnothers } from './outlet.ts'

const OURS = JSON.stringify({ title: 'Ours', home_page_url: 'https://ours.example/', items: [] })
const RENAMED = JSON.stringify({ title: 'Sample', home_page_url: 'https://ours.example/' })
const MOVED = JSON.stringify({ title: 'Ours', home_page_url: 'https://sample.example/' })
const LATER = JSON.stringify({ title: 'Ours', home_page_url: 'https://ours.example/', items: [{ id: '1' }] })

test.each([
  ['the same outlet’s of yesterday', LATER, false],
  ['one of another name', RENAMED, true],
  ['one of another address', MOVED, true],
  // Where nobody can tell, what is gone is told of.
  ['a folder without a feed', undefined, false],
  ['a feed that cannot be read', 'garbage', false],
])('%s', (_case, feed, expected) => {
  const [published = '', next = ''] = ['a', 'b'].map((name) => {
    const folder = mkdtempSync(join(tmpdir(), `warta-outlet-${name}-`))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    return folder
  })
  if (feed !== undefined) writeFileSync(join(published, 'feed.json'), feed)
  writeFileSync(join(next, 'feed.json'), OURS)
  expect(isAnothers(published, next)).toBe(expected)
})
