import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { precompress, removeCompressed } from './precompressed.ts'

test('texts have compressed copies beside them, and none once they are taken away', async () => {
  const root = mkdtempSync(join(tmpdir(), 'warta-compressed-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const site = join(root, 'site')
  mkdirSync(join(site, 'en'), { recursive: true })
  writeFileSync(join(site, 'en/pagefind.js'), 'a b c '.repeat(1000))
  writeFileSync(join(site, 'en/short.js'), 'a')
  expect(await precompress(site, join(root, 'caches'))).toBeGreaterThan(0)
  expect(readdirSync(join(site, 'en')).sort()).toEqual([
    ...['pagefind.js', 'pagefind.js.br', 'pagefind.js.gz', 'short.js'],
  ])
  removeCompressed(site)
  expect(readdirSync(join(site, 'en')).sort()).toEqual(['pagefind.js', 'short.js'])
})
