import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { noise } from '../../tests/support/noise.ts'
import { articleFile, problemAt, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { readNewsroom } from './read-newsroom.ts'
import { checkImages } from './rules/images.ts'
import { digestOf, WholePictures } from './whole-pictures.ts'

const png = () => noise().png().toBuffer()
const NOISE = { width: 80, height: 80, format: 'png' }

async function newsroom(picture: Uint8Array) {
  const folder = await temporaryNewsroom({
    'articles/x.md': articleFile({}, '![A](a.png)'),
    'articles/a.png': picture,
  })
  return { folder, cache: join(folder.root, '.cache/whole-pictures.json') }
}

test('a sound picture is kept by its bytes, with its size and format', async () => {
  const bytes = await png()
  const { folder, cache } = await newsroom(bytes)
  expect(await checkImages(await readNewsroom(folder))).toEqual([])
  expect(JSON.parse(await readFile(cache, 'utf8')).pictures).toEqual({ [digestOf(bytes)]: NOISE })
  expect((await WholePictures.of(folder.root)).get(digestOf(bytes))).toEqual(NOISE)
})

test('a picture that its camera has turned is as wide as it is seen', async () => {
  const turned = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { folder } = await newsroom(turned)
  expect(await checkImages(await readNewsroom(folder))).toEqual([])
  const found = (await WholePictures.of(folder.root)).get(digestOf(turned))
  expect(found).toEqual({ width: 20, height: 40, format: 'jpeg' })
})

test('a file that is as it was is not read again; one that is another is', async () => {
  const bytes = await png()
  const { folder } = await newsroom(bytes)
  await checkImages(await readNewsroom(folder))
  const file = join(folder.articles, 'a.png')
  const pictures = await WholePictures.of(folder.root)
  expect(pictures.digestOfFile(await stat(file))).toBe(digestOf(bytes))
  await writeFile(file, bytes.fill(0, Math.floor(bytes.length / 2)))
  expect(pictures.digestOfFile(await stat(file))).toBeUndefined()
  expect(await checkImages(await readNewsroom(folder))).toHaveLength(1)
})

test('a broken picture is decoded at each run, and a mended one is sound at once', async () => {
  const bytes = await png()
  const { folder } = await newsroom(bytes.subarray(0, bytes.length / 2))
  for (let run = 0; run < 2; run++) {
    expect(await checkImages(await readNewsroom(folder))).toEqual([
      problemAt('articles/x.md:8:1', 'cannot be read'),
    ])
  }
  await writeFile(join(folder.articles, 'a.png'), bytes)
  expect(await checkImages(await readNewsroom(folder))).toEqual([])
})

test.each([
  ['no JSON', '{'],
  ['another form', '{"made":null,"pictures":7}'],
  ['nothing', ''],
])('a cache that is %s is an empty one', async (_case, text) => {
  const { folder, cache } = await newsroom(await png())
  await mkdir(join(folder.root, '.cache'))
  await writeFile(cache, text)
  expect(await checkImages(await readNewsroom(folder))).toEqual([])
  expect(Object.keys(JSON.parse(await readFile(cache, 'utf8')).pictures)).toHaveLength(1)
})

test('what another sharp found sound, and sizes that are none, are not believed', async () => {
  const bytes = await png()
  const { folder, cache } = await newsroom(bytes)
  await checkImages(await readNewsroom(folder))
  const kept = JSON.parse(await readFile(cache, 'utf8'))
  for (const damaged of [
    { ...kept, made: '0 0.1.0 8.0.0' },
    { ...kept, pictures: { [digestOf(bytes)]: { ...NOISE, width: -1 } } },
  ]) {
    await writeFile(cache, JSON.stringify(damaged))
    expect((await WholePictures.of(folder.root)).get(digestOf(bytes))).toBeUndefined()
  }
})

test('where nothing can be written, pictures are judged all the same', async () => {
  const { folder } = await newsroom(await png())
  await writeFile(join(folder.root, '.cache'), 'a file where the folder would be')
  expect(await checkImages(await readNewsroom(folder))).toEqual([])
})
