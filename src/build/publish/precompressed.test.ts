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
  writeFileSync(join(site, 'en/gone.html.br'), 'of a page that is gone')
  writeFileSync(join(site, 'en/short.js.gz'), 'of a text that was longer')
  mkdirSync(join(root, 'public/en'), { recursive: true })
  for (const folder of ['site', 'public'])
    writeFileSync(join(root, folder, 'en/data.csv.gz'), 'an author’s own')
  expect(await precompress(site, join(root, 'caches'), join(root, 'public'))).toBeGreaterThan(0)
  rmSync(join(site, 'en/data.csv.gz'))
  expect(readdirSync(join(site, 'en')).sort()).toEqual([
    ...['pagefind.js', 'pagefind.js.br', 'pagefind.js.gz', 'short.js'],
  ])
  removeCompressed(site)
  expect(readdirSync(join(site, 'en')).sort()).toEqual(['pagefind.js', 'short.js'])
})
