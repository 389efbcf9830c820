import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { KeptCards } from './kept-cards.ts'

let png: Buffer
beforeAll(async () => {
  png = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
})

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'warta-cards-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return join(path, 'cards')
}

test('a card is drawn once, and never again under its name', async () => {
  const kept = new KeptCards(await folder())
  const draw = vi.fn(() => Promise.resolve(png))
  for (let i = 0; i < 3; i++) expect(png.equals(await kept.card('a', draw))).toBe(true)
  await kept.card('b', draw)
  expect(draw).toHaveBeenCalledTimes(2)
})

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', () => png.subarray(0, -3)],
])('a file that is %s is drawn anew', async (_fault, bytes) => {
  const path = await folder()
  const kept = new KeptCards(path)
  await kept.card('a', () => Promise.resolve(png))
  await writeFile(join(path, 'a.png'), bytes())
  expect(png.equals(await kept.card('a', () => Promise.resolve(png)))).toBe(true)
})

test('cards of other headlines go', async () => {
  const path = await folder()
  const kept = new KeptCards(path)
  for (const name of ['a', 'b', 'c']) await kept.card(name, () => Promise.resolve(png))
  await kept.keepOnly(['b', 'd'])
  expect(await readdir(path)).toEqual(['b.png'])
  await expect(new KeptCards(join(path, 'none')).keepOnly([])).resolves.toBeUndefined()
})

test('a card of the output lies where it is kept, if it is kept as a whole', async () => {
  const path = await folder()
  const kept = new KeptCards(path)
  await kept.card('a', () => Promise.resolve(png))
  expect(kept.fileOf('cards/a.png')).toBe(join(path, 'a.png'))
  for (const other of ['cards/b.png', 'a.png', 'world/a.png']) expect(kept.fileOf(other)).toBeUndefined()
  await writeFile(join(path, 'a.png'), png.subarray(0, -3))
  expect(kept.fileOf('cards/a.png')).toBeUndefined()
})

test('a folder that cannot be written costs no card', async () => {
  const path = await folder()
  await writeFile(path, 'a file')
  expect(png.equals(await new KeptCards(path).card('a', () => Promise.resolve(png)))).toBe(true)
})
