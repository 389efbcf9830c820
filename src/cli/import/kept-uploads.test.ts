import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { MovedNewsroom } from '../../../tests/support/moving-in.ts'

const AT = 'https://old.example/wp-content/uploads/2019/03/'
const TEXT = `<p><img src="${AT}quay-300x200.jpg" alt="Quay"></p><p><img src="${AT}quay-150x150.jpg" alt="Quay"></p>
<p><img src="${AT}..%2F..%2F..%2F..%2Fsrc%2Fquay-10x10.jpg" alt="Quay"></p><p><img src="${AT}wave.gif" alt="Wave"></p>`
const EXPORT = `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<link>https://old.example</link><item><title>A</title><link>https://old.example/a/</link>
<content:encoded><![CDATA[${TEXT}]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<wp:post_date_gmt>2019-03-04 01:00:00</wp:post_date_gmt></item></channel></rss>`

const KEPT = 'public/wp-content/uploads/2019/03'
let newsroom: MovedNewsroom

beforeAll(async () => {
  newsroom = await MovedNewsroom.start('kept-uploads', [])
  const folder = join(newsroom.media, '2019/03')
  await mkdir(folder, { recursive: true })
  const picture = (width: number) =>
    sharp({ create: { width, height: 200, channels: 3, background: '#135' } }).withExif({
      IFD0: { Copyright: 'Ani' },
    })
  await picture(640).jpeg().toFile(join(folder, 'quay.jpg'))
  await picture(300).jpeg().toFile(join(folder, 'quay-300x200.jpg'))
  await picture(600).jpeg().toFile(join(folder, 'quay-600x200.jpg'))
  await picture(640).jpeg().toFile(join(folder, 'unused.jpg'))
  await picture(64).gif().toFile(join(folder, 'wave.gif'))
  await writeFile(join(folder, 'quay-20x20.jpg'), 'no picture')
  await writeFile(join(newsroom.root, '../export.xml'), EXPORT)
  const args = ['wordpress', join(newsroom.root, '../export.xml'), '--media', newsroom.media]
  await newsroom.import(...args, '--keep-uploads')
})

test('the pictures of articles stay at their old addresses, with the copies that lie beside them or that texts show', async () => {
  const files = (await newsroom.files()).filter((file) => /\.(jpg|gif)$/.test(file))
  expect(files.filter((file) => !file.startsWith('articles/'))).toEqual(
    ['quay-150x150.jpg', 'quay-300x200.jpg', 'quay-600x200.jpg', 'quay.jpg', 'wave.gif'].map(
      (name) => `${KEPT}/${name}`,
    ),
  )
})

test.each([
  ['quay.jpg', 640],
  ['quay-300x200.jpg', 300],
  ['quay-600x200.jpg', 600],
  // It was missing: the original is there instead.
  ['quay-150x150.jpg', 640],
  ['wave.gif', 64],
])('%s is %i wide, and holds nothing of what the camera wrote', async (name, width) => {
  const bytes = await readFile(join(newsroom.root, KEPT, name))
  const found = await sharp(bytes).metadata()
  expect([found.width, found.exif]).toEqual([width, undefined])
})
