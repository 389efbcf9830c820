import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { MovedNewsroom } from '../../../../tests/support/moving-in.ts'

const OLD = 'tests/fixtures/blogger/blog-2008.xml'
const TODAY = 'tests/fixtures/blogger/feed.atom'
const SMALL = 'tests/fixtures/blogger/takeout-small.atom'

let newsroom: MovedNewsroom
const said: string[] = []

beforeAll(async () => {
  newsroom = await MovedNewsroom.start('blogger', [
    'Album/dermaga pagi.jpg',
    'Album/peta.png',
    'Bukit/bukit.jpg',
  ])
  const { media } = newsroom
  said.push(await newsroom.import('blogger', OLD, '--media', media, '--no-check'))
  said.push(
    await newsroom.import(
      'blogger',
      TODAY,
      '--media',
      media,
      '--site',
      'kabar-bukit.blogspot.com',
      '--no-check',
    ),
  )
  said.push(await newsroom.import('blogger', SMALL))
})

test('every post and page has its file, in the month of its date, and nothing else has one', async () => {
  const files = await newsroom.files()
  expect(files.filter((file) => /^(articles|src\/content)\//.test(file))).toEqual([
    'articles/2012/02/dermaga/index.md',
    'articles/2012/02/dermaga/peta.png',
    'articles/2012/03/dermaga-baru/comments.json',
    'articles/2012/03/dermaga-baru/dermaga-pagi.jpg',
    'articles/2012/03/dermaga-baru/index.md',
    'articles/2012/05/catatan-pendek.md',
    'articles/2012/06/resep-nelayan.md',
    'articles/2013/01/belum-selesai.md',
    'articles/2013/01/dermaga-2.md',
    'articles/2024/05/jalan-bukit-ditutup/bukit.jpg',
    'articles/2024/05/jalan-bukit-ditutup/comments.json',
    'articles/2024/05/jalan-bukit-ditutup/index.md',
    'articles/2024/05/longsor.md',
    'articles/2024/05/pasar-pagi-dibuka.comments.json',
    'articles/2024/05/pasar-pagi-dibuka.md',
    'articles/2024/06/naskah.md',
    'src/content/authors/redaksi.yml',
    'src/content/authors/sari-contoh.yml',
    'src/content/authors/tono-contoh.yml',
    'src/content/categories/dapur.yml',
    'src/content/categories/ekonomi.yml',
    'src/content/categories/jalan.yml',
    'src/content/categories/uncategorized.yml',
    'src/content/pages/alamat.md',
    'src/content/pages/tentang-kami.md',
    'src/content/tags.yml',
  ])
})

test('a build would go through', () => {
  expect(said.at(-1)?.trimEnd().split('\n').at(-1)).toBe('A build would go through.')
})

test('an article is what it was: address, label, date, words, picture', async () => {
  const text = await newsroom.read('articles/2012/03/dermaga-baru/index.md')
  for (const words of [
    'category: ekonomi\n',
    'publishedAt: 2012-03-01T00:30:00+07:00\n',
    'tags:\n  - Dermaga\n',
    'aliases:\n  - /2012/02/dermaga-baru.html\n',
    'id: tag:blogger.com,1999:blog-7001.post-11\n',
    '**Senin pagi.**\n\n**Kapal pertama** membawa beras.\\\nYang kedua membawa garam.\n\nSetelah itu hujan turun.\n',
    'Baca juga [kabar lama](/ekonomi/dermaga/) dan yang hilang.',
    '![Dermaga waktu pagi](./dermaga-pagi.jpg)',
  ])
    expect(text).toContain(words)
})

test.each([
  ['articles/2012/02/dermaga/index.md', '![Peta dermaga lama](./peta.png "Peta dermaga lama")'],
  ['articles/2012/05/catatan-pendek.md', 'title: Catatan pendek tanpa judul dari pasar ikan.'],
  ['articles/2012/06/resep-nelayan.md', '```\nbakar  10\nbalik  5\n```'],
  ['articles/2013/01/dermaga-2.md', 'aliases:\n  - /2013/01/dermaga.html\n'],
  ['articles/2013/01/belum-selesai.md', 'draft: true'],
  ['articles/2024/05/jalan-bukit-ditutup/index.md', 'description: Jalan bukit ditutup untuk sementara.'],
  ['articles/2024/05/jalan-bukit-ditutup/index.md', '[longsor bulan lalu](/jalan/longsor/)'],
  ['articles/2024/05/longsor.md', 'aliases:\n  - /2024/04/longsor.html\n'],
  ['articles/2024/06/naskah.md', 'draft: true'],
  ['src/content/categories/ekonomi.yml', '/search/label/Ekonomi'],
  ['src/content/tags.yml', '/search/label/Pelabuhan%20&%20laut'],
  ['src/content/pages/tentang-kami.md', '[ekonomi](/ekonomi/) dan [laut](/tag/pelabuhan-laut/)'],
  ['src/content/pages/alamat.md', 'aliases:\n  - /p/alamat.html\n'],
])('%s has %s', async (file, words) => {
  expect(await newsroom.read(file)).toContain(words)
})

test('comments come with those that they answer, without what readers did not see', async () => {
  const of = async (folder: string) =>
    (
      JSON.parse(await newsroom.read(`articles/${folder}/comments.json`)) as { id: string; parent?: string }[]
    ).map(({ id, parent }) => [id, parent])
  expect(await of('2012/03/dermaga-baru')).toEqual([
    ['31', undefined],
    ['32', '31'],
  ])
  expect(await of('2024/05/jalan-bukit-ditutup')).toEqual([
    ['42', undefined],
    ['41', '42'],
  ])
})

test('the report tells of each thing that is no article, and of what is lost', () => {
  for (const words of [
    'skipped      template tag:blogger.com,1999:blog-7001.layout',
    'skipped      settings tag:blogger.com,1999:blog-7001.settings.BLOG_NAME',
    'skipped      post 54 "Dibuang": in the bin',
    '1 comment left out: removed',
    '1 comment left out: spam',
    'comments left out, as their post is not among what is imported: 1',
    'it had no title: "Catatan pendek tanpa judul dari pasar ikan." was made one',
    'links that lead nowhere, their words kept: http://www.pelabuhan.example/2012/02/tidak-ada.html',
    '--site names it, so that links to its own pages are mended.',
  ])
    expect(said.join('')).toContain(words)
})

test('nothing of settings, templates and the bin, and no e-mail, is anywhere', async () => {
  for (const file of await newsroom.files()) {
    const isDraft = /naskah|belum-selesai/.test(file)
    if (!isDraft && /\.(md|yml|json)$/.test(file))
      expect(await newsroom.read(file), file).not.toMatch(/zorblax|@/)
  }
})

test('a second import writes nothing and says so', async () => {
  const before = await newsroom.files()
  for (const file of [OLD, TODAY, SMALL]) {
    const again = await newsroom.import('blogger', file, '--media', newsroom.media, '--no-check')
    expect(again).toContain('Imported: nothing')
    expect(again).toContain('Nothing was written: all of it is here.')
  }
  expect(await newsroom.files()).toEqual(before)
})

test('of a file that is cut off, what stands before that place is imported, and the place is told', async () => {
  const part = await MovedNewsroom.start('blogger-cut', [])
  const file = join(part.root, '../cut.atom')
  const text = await readFile(TODAY, 'utf8')
  await writeFile(file, text.slice(0, text.indexOf('Tanah turun')))
  const failed = await part.import('blogger', file, '--no-check').catch((error) => error)
  expect(failed).toMatchObject({ code: 1 })
  expect(failed.stderr).toMatch(/line \d+, column \d+: the file is cut off within <entry>/)
  expect(await part.files()).toContain('articles/2024/05/jalan-bukit-ditutup.md')
})
