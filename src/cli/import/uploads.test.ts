import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Uploads } from './uploads.ts'

const ledger = { map: () => new Map(), set: () => new Set<string>() }
const PICTURE = await sharp({ create: { width: 8, height: 4, channels: 3, background: '#f00' } })
  .jpeg()
  .withExif({ IFD0: { Copyright: 'Ani' } })
  .toBuffer()
const GIF = await sharp(PICTURE).gif().toBuffer()

/** A folder with these files. */
async function folder(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'warta-uploads-'))
  onTestFinished(() => rm(root, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  return root
}

describe('the folder of uploads', () => {
  test.each(['wp-content/uploads/', 'uploads/', ''])('may be %sthe one that is named', async (below) => {
    const root = await folder({ [`${below}2019/03/a.jpg`]: 'x' })
    const uploads = await Uploads.in(root, ledger)
    expect(uploads.find(['2019/03/b.jpg', '2019/03/a.jpg'])).toBe('2019/03/a.jpg')
    expect(uploads.pathOf('2019/03/a.jpg')).toBe(join(root, below, '2019/03/a.jpg'))
  })

  test('may be none, and must be there where one is named', async () => {
    expect((await Uploads.in(undefined, ledger)).find(['a.jpg'])).toBeUndefined()
    await expect(Uploads.in('/nowhere', ledger)).rejects.toThrow(
      'There is no folder "/nowhere". --media names a copy',
    )
  })

  test('holds no hidden file, nothing of programs, and nothing that a link leads to', async () => {
    const root = await folder({ '.git/a.jpg': 'x', 'node_modules/b.jpg': 'x', 'c.jpg': 'x' })
    await symlink(join(root, 'c.jpg'), join(root, 'd.jpg'))
    const uploads = await Uploads.below(root, ledger)
    const found = ['.git/a.jpg', 'node_modules/b.jpg', 'c.jpg', 'd.jpg', '../c.jpg'].filter((path) =>
      uploads.find([path]),
    )
    expect(found).toEqual(['c.jpg'])
  })
})

describe('what is to be said', () => {
  test.each([
    ['nothing where half is there', ['a.jpg', 'x.jpg'], undefined],
    [
      'where the first was sought that is not there',
      ['x/y.jpg', 'z.jpg', 'a.jpg'],
      'x/y.jpg: see where it lies',
    ],
    ['nothing where nothing was sought', [], undefined],
  ])('is %s', async (_, sought, words) => {
    const uploads = await Uploads.in(await folder({ 'a.jpg': 'x' }), ledger)
    for (const path of sought) uploads.find([path])
    if (words === undefined) expect(uploads.note()).toBeUndefined()
    else expect(uploads.note()).toContain(words)
  })

  test('is how to name a folder where none was named', async () => {
    const uploads = await Uploads.in(undefined, ledger)
    uploads.find(['a.jpg'])
    expect(uploads.note()).toContain('--media names it')
  })
})

describe('an upload', () => {
  const uploads = async () =>
    Uploads.in(
      await folder({
        'a.jpg': PICTURE,
        'b.gif': GIF,
        'broken.jpg': PICTURE.subarray(0, 100),
        'broken.gif': 'GIF89a',
        'c.pdf': '%PDF',
      }),
      ledger,
    )

  test.each([
    ['a.jpg', undefined],
    ['b.gif', undefined],
    ['broken.jpg', 'cannot be read as a picture'],
    ['broken.gif', 'cannot be read as a picture'],
    ['c.pdf', 'cannot be read as a picture'],
  ])('%s has the fault %s', async (path, fault) => {
    const found = await (await uploads()).faultOf(path)
    if (fault === undefined) expect(found).toBeUndefined()
    else expect(found).toContain(fault)
  })

  test('loses what a camera has written into it', async () => {
    expect((await sharp(PICTURE).metadata()).exif).toBeDefined()
    const { exif, width } = await sharp(await (await uploads()).stripped('a.jpg')).metadata()
    expect([exif, width]).toEqual([undefined, 8])
  })

  test('becomes WebP where it is a GIF', async () => {
    const all = await uploads()
    const webp = await all.converted('b.gif')
    expect(webp && (await sharp(webp).metadata()).format).toBe('webp')
    expect(await all.converted('a.jpg')).toBeUndefined()
  })
})
