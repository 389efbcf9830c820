import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { noise } from '../../tests/support/noise.ts'
import { articleFile, problemAt, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { readNewsroom } from './read-newsroom.ts'
import { checkImages } from './rules/images.ts'
import { contentDigest } from '#cache/content-digest.ts'
import { PictureCache } from './picture-cache.ts'

const png = () => noise().png().toBuffer()
const NOISE = { width: 80, height: 80, format: 'png' }

async function newsroom(picture: Uint8Array) {
  const folder = await temporaryNewsroom({
    'articles/x.md': articleFile({}, '![A](a.png)'),
    'articles/a.png': picture,
  })
  return { folder, cache: join(folder.root, '.cache/pictures') }
}

test('a sound picture is kept by its bytes, with its size and format', async () => {
  const bytes = await png()
  const { folder } = await newsroom(bytes)
  expect(await checkImages(await readNewsroom(folder))).toEqual([])
  expect(new PictureCache(folder.root).get(contentDigest(bytes))).toEqual(NOISE)
})

test('a picture that its camera has turned is as wide as it is seen', async () => {
  const turned = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { folder } = await newsroom(turned)
  expect(await checkImages(await readNewsroom(folder))).toEqual([])
  const found = new PictureCache(folder.root).get(contentDigest(turned))
  expect(found).toEqual({ width: 20, height: 40, format: 'jpeg' })
})

test('a file that is as it was is not read again; one that is another is', async () => {
  const bytes = await png()
  const { folder } = await newsroom(bytes)
  await checkImages(await readNewsroom(folder))
  const file = join(folder.articles, 'a.png')
  const pictures = new PictureCache(folder.root)
  expect(pictures.digestOfFile(await stat(file))).toBe(contentDigest(bytes))
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

test.each<[string, (bytes: Buffer) => Buffer | string]>([
  ['empty', () => ''],
  ['garbage', () => '{'],
  ['cut off', (bytes) => bytes.subarray(0, -1)],
  [
    'changed by a bit',
    (bytes) => {
      bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
      return bytes
    },
  ],
])('a cache that is %s is an empty one', async (_case, damage) => {
  const bytes = await png()
  const { folder, cache } = await newsroom(bytes)
  await checkImages(await readNewsroom(folder))
  const whole = await readFile(cache)
  await writeFile(cache, damage(Buffer.from(whole)))
  expect(new PictureCache(folder.root).get(contentDigest(bytes))).toBeUndefined()
  expect(await checkImages(await readNewsroom(folder))).toEqual([])
  expect(await readFile(cache)).toEqual(whole)
})

test('where nothing can be written, pictures are judged all the same', async () => {
  const { folder } = await newsroom(await png())
  await writeFile(join(folder.root, '.cache'), 'a file where the folder would be')
  expect(await checkImages(await readNewsroom(folder))).toEqual([])
})
