import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { folderSource } from './folder-source.ts'
import { outletReader } from './outlet.ts'

const config = (name: string, locale: string) =>
  `export default { name: '${name}', tagline: 'Uji', url: 'https://kabar.test/', locale: '${locale}' }\n`

test('a folder that has gone, or is a file now, publishes nothing and is told', async () => {
  const { root } = await temporaryNewsroom({ 'newsroom/articles/x.md': 'x' })
  const folder = `${root}/newsroom`
  const reasons = new Set(['files'] as const)
  const source = folderSource(folder)
  expect(await source.prepare(reasons)).toEqual({ state: 'ready' })
  rmSync(folder, { recursive: true })
  const gone = { state: 'unavailable', message: expect.stringContaining(`${folder} is gone`) }
  expect(await source.prepare(reasons)).toEqual(gone)
  writeFileSync(folder, 'a file')
  expect(await source.prepare(reasons)).toEqual(gone)
})

test('the page speaks the outlet’s language, and English while its settings cannot be read', async () => {
  const { root } = await temporaryNewsroom({ 'src/site.config.ts': config('Kabar Uji', 'id') })
  expect(await outletReader(root)()).toMatchObject({
    name: 'Kabar Uji',
    locale: 'id',
    texts: { refused: 'Tidak diterbitkan' },
  })
  const broken = await temporaryNewsroom({ 'src/site.config.ts': "export default { name: 'No address' }" })
  for (const folder of [broken.root, '/nowhere'])
    expect(await outletReader(folder)()).toMatchObject({ name: 'Warta', texts: { refused: 'Not published' } })
})
