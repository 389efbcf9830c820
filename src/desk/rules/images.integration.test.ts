import { execFileSync } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { longGif, movingPicture } from '../../../tests/support/moving-picture.ts'
import { noise } from '../../../tests/support/noise.ts'
import {
  articleFile,
  problemAt,
  problemsOf,
  temporaryNewsroom,
  warningAt,
} from '../../../tests/support/temporary-newsroom.ts'
import { newsroomFolder } from '../folder.ts'
import { readNewsroom } from '../read-newsroom.ts'
import { checkImages } from './images.ts'

const picture = () => sharp({ create: { width: 4, height: 4, channels: 3, background: '#a3161a' } })
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>alert(1)</script></svg>'

/** A sound PNG header of that size, and next to no pixels. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type), data])
    return Buffer.concat([uint32(data.length), typed, uint32(crc32(typed))])
  }
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(16))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The least of a HEIC file, as telephones write them: its boxes, without a picture that could be decoded. */
function heic(): Buffer {
  const box = (type: string, ...parts: (Buffer | string)[]) => {
    const content = Buffer.concat(parts.map((part) => Buffer.from(part)))
    return Buffer.concat([uint32(content.length + 8), Buffer.from(type), content])
  }
  const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')
  const plain = bytes('00000000')
  const config = box('hvcC', bytes('0101 60000000 900000000000 5d f000 fcfdf8f8 0000 0f00'))
  const properties = box('ipco', config, box('ispe', plain, uint32(4), uint32(4)))
  return Buffer.concat([
    box('ftyp', 'heic', plain, 'mif1heic'),
    box(
      'meta',
      plain,
      box('hdlr', plain, plain, 'pict', Buffer.alloc(13)),
      box('pitm', plain, bytes('0001')),
      box('iloc', plain, bytes('4400 0001 0001 0000 0001 00000000 00000010')),
      box('iinf', plain, bytes('0001'), box('infe', bytes('02000000 0001 0000'), 'hvc1', bytes('00'))),
      box('iprp', properties, box('ipma', plain, bytes('00000001 0001 02 81 02'))),
    ),
  ])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const wide = (width: number) =>
  sharp({ create: { width, height: 4, channels: 3, background: '#a3161a' } })
    .jpeg()
    .toBuffer()

test('JPEG, PNG, WebP, AVIF and GIF pass, in front matter, bodies, portraits and pages', async () => {
  const files = {
    'articles/2025/x.md': articleFile(
      { image: '{ src: ./a.jpg, alt: A }' },
      '![B](b.png) ![C](<../c d.webp>) ![C](../c%20d.webp) ![D](../../shared/é.avif) ![E](e.gif) ![F](f.gif) ![G](g.webp)',
    ),
    'articles/2025/a.jpg': await wide(1200),
    'articles/2025/b.png': await picture().png().toBuffer(),
    'articles/2025/e.gif': await picture().gif().toBuffer(),
    'articles/2025/f.gif': await movingPicture('gif', { width: 4, height: 4 }),
    'articles/2025/g.webp': await movingPicture('webp', { width: 4, height: 4 }),
    'articles/c d.webp': await picture().webp().toBuffer(),
    'shared/é.avif': await picture().avif().toBuffer(),
    'src/content/authors/budi.yml': 'name: Budi\nphoto: { src: budi.jpg, alt: Budi }',
    'src/content/authors/budi.jpg': await picture().jpeg().toBuffer(),
    'src/content/pages/about.md': '---\ntitle: A\ndescription: B\n---\n![B](../authors/budi.jpg)',
  }
  expect(await problemsOf(checkImages, files)).toEqual([])
})

const turned = (bytes: Buffer) =>
  sharp(bytes, { animated: true }).withMetadata({ orientation: 6 }).webp().toBuffer()

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)

test.each([
  ['missing', './gone.jpg', 'looked for at articles/2025/gone.jpg'],
  ['out of the newsroom', '../../../a.jpg', 'Copy it beside this file'],
  ['absolute', '/a.jpg', 'name it as ./photo.jpg'],
  ['of the system', '/etc/passwd', 'name it as ./photo.jpg'],
  ['on another site', 'https://a.example/a.jpg', 'Save it beside this file'],
  ['on another site, by its host', '//a.example/a.jpg', 'Save it beside this file'],
  ['a data: address', 'data:image/png;base64,AAAA', 'Save it beside this file'],
  ['a file: address', 'FILE:///etc/passwd', 'Save it beside this file'],
  ['a folder', '.', 'Put the picture itself here'],
  ['an article', './x.md', 'Save it again'],
])('an image that is %s', async (_case, src, advice) => {
  const front = articleFile({ image: `\n  alt: A\n  src: "${src}"` })
  const body = articleFile({}, `\nText.\n\n- See ![A](${src})`)
  expect(await problemsOf(checkImages, { 'articles/2025/x.md': front, 'articles/2025/y.md': body })).toEqual([
    problemAt('articles/2025/x.md:9:8', advice),
    problemAt('articles/2025/y.md:11:7', advice),
  ])
})

test.each([
  ['in other case', './EXIF.jpg', 'exif.jpg', '"./exif.jpg"'],
  ['in other case, with its folder', './Foto/A.JPG', 'foto/a.jpg', '"./foto/a.jpg"'],
  ['with a backslash', '.\\foto\\a.jpg', 'foto/a.jpg', '"./foto/a.jpg"'],
  ['with a blank too many', './foto .jpg', 'foto.jpg', '"./foto.jpg"'],
  ['with a blank before it', ' ./foto.jpg', 'foto.jpg', '"./foto.jpg"'],
  ['without a blank', './fotobesar.jpg', 'foto besar.jpg', '"./foto besar.jpg"'],
  ['with escapes', './foto%20besar.jpg', 'foto besar.jpg', '"./foto besar.jpg"'],
  ['with an escape of a sign', './a%2Cb.jpg', 'a,b.jpg', '"./a,b.jpg"'],
  ['with a slip', './banjr.jpg', 'banjir.jpg', '"./banjir.jpg"'],
  ['with another ending', './banjir.jpeg', 'banjir.jpg', '"./banjir.jpg"'],
  ['in a folder that is not there', './images/banjir.jpg', 'banjir.jpg', '"./banjir.jpg"'],
  ['in the folder above', '../Banjir.jpg', '../banjir.jpg', '"../banjir.jpg"'],
  [
    'with letters that are composed',
    './caf\u00e9.jpg',
    'cafe\u0301.jpg',
    '"./cafe\u0301.jpg"? It looks the same',
  ],
  [
    'with letters that are not composed',
    './cafe\u0301.jpg',
    'caf\u00e9.jpg',
    '"./caf\u00e9.jpg"? It looks the same',
  ],
])('a picture named %s is found', async (_case, src, name, better) => {
  const written = JSON.stringify(src)
  const files = {
    'articles/2025/x.md': articleFile({ image: `\n  alt: A\n  src: ${written}` }),
    [join('articles/2025', name)]: await wide(1200),
    // What is beside it and no picture, or nobody's, is not meant.
    'articles/2025/._EXIF.jpg': 'x',
    'articles/2025/exif.jpg.md.bak': 'x',
  }
  expect(await problemsOf(checkImages, files)).toEqual([
    problemAt('articles/2025/x.md:9:8', `the image "${src}" is not there. Did you mean ${better}`),
  ])
})

test.each([
  ['./FOTO.jpg', 'foto.jpg', 'Did you mean "./foto.jpg"?'],
  ['./a.JPG', 'a b/../a.jpg', 'Did you mean "./a.jpg"?'],
  ['<./FOTO Besar.JPG>', 'foto besar.jpg', 'Did you mean (<./foto besar.jpg>)?'],
  ['./a%20b.jpg', 'a%20b.jpg', 'Rename "./a%20b.jpg"'],
])('in a body %s is told with how to write %s there', async (src, name, better) => {
  const files = { 'articles/x.md': articleFile({}, `![A](${src})`), [join('articles', name)]: await wide(4) }
  expect(await problemsOf(checkImages, files)).toEqual([problemAt('articles/x.md:8:1', better)])
})

test.each([
  ['src/content/authors/budi.yml', 'name: Budi\nphoto:\n  src: Budi.PNG\n  alt: Budi', '3:8'],
  ['src/content/series/rice.yml', 'title: R\ndescription: S\nimage:\n  src: Budi.PNG\n  alt: Budi', '4:8'],
])('a picture of %s is found too', async (file, content, place) => {
  const picture = join(file, '../budi.png')
  expect(await problemsOf(checkImages, { [file]: content, [picture]: await wide(4) })).toEqual([
    problemAt(`${file}:${place}`, 'Did you mean "./budi.png"?'),
  ])
})

test('a path on one computer is told as that', async () => {
  const files = { 'articles/x.md': articleFile({ image: "{ src: 'C:\\Foto\\a.jpg', alt: A }" }) }
  expect(await problemsOf(checkImages, files)).toEqual([
    problemAt('articles/x.md:7:15', 'is named by its path on one computer. Save it beside this file'),
  ])
})

test('a portrait is told at its line', async () => {
  const files = { 'src/content/authors/budi.yml': 'name: Budi\nphoto:\n  alt: Budi\n  src: budi.jpg' }
  expect(await problemsOf(checkImages, files)).toEqual([
    problemAt('src/content/authors/budi.yml:4:8', 'looked for at src/content/authors/budi.jpg'),
  ])
})

test('what is no image of the body is not looked for', async () => {
  const body = '`![A](a.jpg)`\n\n<!-- ![A](a.jpg) -->\n\n    ![A](a.jpg)\n\n\\![A](a.jpg) <img src="a.jpg">'
  expect(await problemsOf(checkImages, { 'articles/x.md': articleFile({}, body) })).toEqual([])
})

test.each([
  ['an image without a path', '![A]()', '8:1', 'an image names no file'],
  ['an escape of another encoding', '![A](caf%E9.jpg)', '8:1', 'looked for at articles/caf%E9.jpg'],
  ['an image by reference', 'Text ![A][a]\n\n[a]: gone.jpg', '8:6', 'looked for at articles/gone.jpg'],
  ['an image in a table', '| A |\n|---|\n| ![A](gone.jpg) |', '10:3', 'looked for at articles/gone.jpg'],
])('%s is told at its place', async (_case, body, place, advice) => {
  const files = { 'articles/x.md': articleFile({}, body) }
  expect(await problemsOf(checkImages, files)).toEqual([problemAt(`articles/x.md:${place}`, advice)])
})

test.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
  ['an SVG', () => SVG, 'is SVG, whatever its name'],
  ['a TIFF', () => picture().tiff().toBuffer(), 'is TIFF, whatever its name'],
  ['a HEIC', heic, 'is HEIC, whatever its name. Save it as JPEG'],
  ['an empty file', () => '', 'Save it again as JPEG'],
  ['a text', () => 'A text', 'Save it again as JPEG'],
  ['a PNG cut off in its header', () => pngOf(4, 4).subarray(0, 20), 'Save it again as JPEG'],
  ['half a PNG', async () => half(await noise().png().toBuffer()), 'Save it again as JPEG'],
  ['half a JPEG', async () => half(await noise().jpeg().toBuffer()), 'Save it again as JPEG'],
  ['half a GIF', async () => half(await noise().gif().toBuffer()), 'Save it again as JPEG'],
  ['a GIF whose second half is missing', async () => half(await longGif(64, 64, 9)), 'Save it again as JPEG'],
  [
    'a WebP that lies on its side and moves',
    async () => turned(await movingPicture('webp', { width: 8, height: 4 })),
    'Turn it upright',
  ],
  [
    'a small file of many frames',
    () => longGif(1000, 1000, 101),
    'has 101 frames of 1000 by 1000 pixels. Make it shorter or smaller, or a video.',
  ],
  ['a picture of 400 megapixels', () => pngOf(20_000, 20_000), '20000 by 20000 pixels. Make it smaller'],
])('%s named .png is refused', async (_case, content, advice) => {
  const files = {
    'articles/x.md': articleFile({ image: '{ src: a.png, alt: A }' }),
    'articles/a.png': await content(),
  }
  expect(await problemsOf(checkImages, files)).toEqual([problemAt('articles/x.md:7:15', advice)])
})

test('a picture at the limit passes', { timeout: 180_000 }, async () => {
  const wide = { width: 10_000, height: 10_000, channels: 3 as const, background: '#fff' }
  const large = await sharp({ create: wide, limitInputPixels: false }).png({ compressionLevel: 1 }).toBuffer()
  const files = { 'articles/x.md': articleFile({}, '![A](a.png)'), 'articles/a.png': large }
  expect(await problemsOf(checkImages, files)).toEqual([])
})

test('an image reached over a link is refused: its own or its folder’s, out of the newsroom or within', async () => {
  const outside = await temporaryNewsroom({ 'secret.png': await picture().png().toBuffer() })
  const folder = await temporaryNewsroom({
    'articles/x.md': articleFile({}, '![A](a.png)\n![B](away/secret.png)\n![C](c.png)'),
    'articles/real.png': await picture().png().toBuffer(),
  })
  await symlink(join(outside.root, 'secret.png'), join(folder.articles, 'a.png'))
  await symlink(outside.root, join(folder.articles, 'away'))
  await symlink(join(folder.articles, 'real.png'), join(folder.articles, 'c.png'))
  expect(await checkImages(await readNewsroom(folder))).toEqual([
    problemAt('articles/x.md:8:1', 'Put the picture itself here'),
    problemAt('articles/x.md:9:1', 'Put the picture itself here'),
    problemAt('articles/x.md:10:1', 'Put the picture itself here'),
  ])
})

test('an image outside the collections is refused behind a link, and a pipe is not waited for', async () => {
  const folder = await temporaryNewsroom({
    'articles/x.md': articleFile({}, '![A](../shared/a.png)\n![B](../pipe.png)'),
    '.cache/preview/a.png': await picture().png().toBuffer(),
  })
  await symlink(join(folder.root, '.cache/preview'), join(folder.root, 'shared'))
  execFileSync('mkfifo', [join(folder.root, 'pipe.png')])
  expect(await checkImages(await readNewsroom(folder))).toEqual([
    problemAt('articles/x.md:8:1', 'Put the picture itself here'),
    problemAt('articles/x.md:9:1', 'is no file. Put the picture itself here'),
  ])
})

test('a newsroom that is reached over a link is a newsroom', async () => {
  const real = await temporaryNewsroom({
    'articles/x.md': articleFile({}, '![A](a.png)'),
    'articles/a.png': await picture().png().toBuffer(),
  })
  const other = await temporaryNewsroom({})
  await symlink(real.root, join(other.root, 'current'))
  const files = await readNewsroom(newsroomFolder(join(other.root, 'current')))
  expect(await checkImages(files)).toEqual([])
})

test('a lead picture that is too narrow is a warning; elsewhere it may be of any width', async () => {
  const files = {
    'articles/x.md': articleFile({ image: '{ src: a.jpg, alt: A }' }, '![A](a.jpg)'),
    'articles/a.jpg': await wide(1199),
    'src/content/authors/budi.yml': 'name: Budi\nphoto: { src: ../../../articles/a.jpg, alt: Budi }',
  }
  expect(await problemsOf(checkImages, files)).toEqual([
    warningAt('articles/x.md:7:15', '1199 pixels wide. Use one of 1,200 or more'),
  ])
})

test('a file of many megabytes is not even read', async () => {
  const files = {
    'articles/x.md': articleFile({}, '![A](a.png)'),
    'articles/a.png': Buffer.alloc(50_000_001),
  }
  expect(await problemsOf(checkImages, files)).toEqual([problemAt('articles/x.md:8:1', 'larger than 50 MB')])
})

test.each([
  ['a GIF that moves', 'a.gif', true],
  ['a WebP that moves', 'a.webp', true],
  ['a GIF that does not', 'still.gif', false],
])('of more than 2 MB, %s is a warning that a video is better: %s, %s', async (_case, name, warned) => {
  const grain = () => noise().png().toBuffer()
  const format = name.endsWith('.webp') ? 'webp' : 'gif'
  const bytes = name.startsWith('still')
    ? await sharp(await grain())
        .gif()
        .toBuffer()
    : await sharp([await grain(), await grain()], { join: { animated: true } })
        .toFormat(format)
        .toBuffer()
  // What follows a picture's last frame is no part of it.
  const large = Buffer.concat([bytes, Buffer.alloc(2_000_001 - bytes.length)])
  const files = { 'articles/x.md': articleFile({}, `![A](${name})`), [`articles/${name}`]: large }
  const expected = [warningAt('articles/x.md:8:1', 'moves and has 2.0 MB. A video would be much smaller')]
  expect(await problemsOf(checkImages, files)).toEqual(warned ? expected : [])
})
