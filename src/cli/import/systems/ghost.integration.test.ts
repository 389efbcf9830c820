import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { MovedNewsroom } from '../../../../tests/support/moving-in.ts'

const EXPORT = 'tests/fixtures/ghost/kabar.ghost.json'
const BEFORE_1 = 'tests/fixtures/ghost/before-1.json'
const PICTURES = [
  '2022/05/retak',
  '2022/05/satu',
  '2022/05/dua',
  '2022/05/jembatan',
  '2022/06/garam',
  '2021/02/ikan',
]

let newsroom: MovedNewsroom
const said: string[] = []

beforeAll(async () => {
  newsroom = await MovedNewsroom.start(
    'ghost',
    PICTURES.map((name) => `images/${name}.jpg`),
  )
  const files = join(newsroom.media, 'files/2022/05')
  await mkdir(files, { recursive: true })
  await writeFile(join(files, 'denah.pdf'), '%PDF-')
  said.push(await newsroom.import('ghost', BEFORE_1, '--no-check'))
  said.push(await newsroom.import('ghost', EXPORT, '--media', newsroom.media))
})

test('every post and page has its file, and a build would go through', async () => {
  expect((await newsroom.files()).filter((file) => file !== 'src/site.config.ts')).toEqual([
    'articles/2014/05/selamat-datang.md',
    'articles/2021/02/ikan-pagi/ikan.jpg',
    'articles/2021/02/ikan-pagi/index.md',
    'articles/2022/05/jembatan-retak/dua.jpg',
    'articles/2022/05/jembatan-retak/index.md',
    'articles/2022/05/jembatan-retak/jembatan.jpg',
    'articles/2022/05/jembatan-retak/retak.jpg',
    'articles/2022/05/jembatan-retak/satu.jpg',
    'articles/2022/05/naskah.md',
    'articles/2022/05/surat-saja.md',
    'articles/2022/05/untuk-anggota.md',
    'articles/2022/05/untuk-pelanggan.md',
    'articles/2022/06/harga-garam/garam.jpg',
    'articles/2022/06/harga-garam/index.md',
    'articles/2022/07/untitled.md',
    'public/content/files/2022/05/denah.pdf',
    'src/content/authors/budi.yml',
    'src/content/authors/sari.yml',
    'src/content/authors/tono.yml',
    'src/content/categories/harga.yml',
    'src/content/categories/kota.yml',
    'src/content/categories/laut.yml',
    'src/content/categories/uncategorized.yml',
    'src/content/categories/warta.yml',
    'src/content/pages/kontak.md',
    'src/content/pages/tentang.md',
  ])
  expect(said.at(-1)?.trimEnd().split('\n').at(-1)).toBe('A build would go through.')
})

test('an article is what it was', async () => {
  const text = await newsroom.read('articles/2022/05/jembatan-retak/index.md')
  for (const words of [
    'description: Tiang ketiga retak.\n',
    'category: kota\nauthors:\n  - tono\n  - sari\npublishedAt: 2022-05-02T01:30:00+07:00\ntags:\n  - Harga pasar\n',
    'image:\n  src: ./jembatan.jpg\n  alt: Jembatan dari jauh\n  caption: Jembatan lama\n',
    'aliases:\n  - /jembatan-retak/\n  - /retak\nid: 62a000000000000000000001\n',
    'Baca [soal garam](/harga/harga-garam/#naik) dan yang hilang.',
    '![Retak di tiang](./retak.jpg "Retak di tiang ketiga")',
    '[Laporan jembatan](https://dinas.example/laporan) — Hasil pemeriksaan tahunan (Dinas Contoh, Kota)\n\nDibuka untuk umum',
    '![Sisi kiri](./satu.jpg)\n![Sisi kanan](./dua.jpg)',
    '> 💡 Lewat jalan **lama**.',
    '**Mengapa retak?**\n\nKarena umurnya.',
    '[Tentang kami](/tentang/)',
    '[Denah](/content/files/2022/05/denah.pdf) Gambar lengkap (denah.pdf, 5 Bytes)',
    '> [!pull]\n>\n> Jembatan bukan hiasan.',
  ])
    expect(text).toContain(words)
})

test.each([
  [
    'articles/2022/06/harga-garam/index.md',
    'aliases:\n  - /harga-garam/\n  - /lama/garam/\n  - /retak-garam/\n',
  ],
  ['articles/2022/06/harga-garam/index.md', 'description: Harga garam menurut pedagang.\n'],
  [
    'articles/2022/06/harga-garam/index.md',
    'Garam **naik** lagi, kata [*warta ini*](/kota/jembatan-retak/).',
  ],
  ['articles/2022/06/harga-garam/index.md', '![Tumpukan garam](./garam.jpg "Garam di gudang")'],
  ['articles/2021/02/ikan-pagi/index.md', '**Ikan** datang pagi.\\\n[Lihat jembatan](/kota/jembatan-retak/)'],
  ['articles/2021/02/ikan-pagi/index.md', 'Baris satu\\\nBaris dua'],
  ['articles/2022/05/untuk-anggota.md', 'draft: true'],
  ['articles/2022/05/untuk-pelanggan.md', 'draft: true'],
  ['articles/2022/05/surat-saja.md', 'draft: true'],
  ['articles/2022/05/naskah.md', 'draft: true'],
  ['articles/2014/05/selamat-datang.md', 'Halo dari *dermaga*.'],
  ['src/content/categories/kota.yml', 'description: Kabar dari kota\naliases:\n  - /tag/kota/\n'],
  ['src/content/authors/sari.yml', 'bio: Menulis soal harga.'],
  ['src/content/pages/tentang.md', '[kota](/kota/)'],
])('%s has %s', async (file, words) => {
  expect(await newsroom.read(file)).toContain(words)
})

test('the report tells of what is a draft now, what was left out, and what is lost', () => {
  for (const words of [
    'it was for members alone: a draft now',
    'it was for paying members alone: a draft now',
    'it was sent by e-mail alone: a draft now',
    'a part for members alone left out',
    'links that lead nowhere, their words kept: /tidak-ada/',
    'it had no title: "Catatan dari dermaga tanpa judul." was made one',
    'lead pictures that are missing: /content/images/2014/05/halo.jpg',
    'redirects that are patterns, or lead to no post or page, for you to give to the server: ^\\/berita\\/(.*)$, /iklan',
  ])
    expect(said.join('')).toContain(words)
})

test('nothing for members is in what is public, and nothing of accounts and settings anywhere', async () => {
  for (const file of (await newsroom.files()).filter((file) => /\.(md|yml)$/.test(file))) {
    const text = await newsroom.read(file)
    expect(text, file).not.toContain('@mail.example')
    if (!text.includes('draft: true')) expect(text, file).not.toContain('zorblax')
  }
})

test('a second import writes nothing and says so', async () => {
  const before = await newsroom.files()
  for (const file of [BEFORE_1, EXPORT]) {
    const again = await newsroom.import('ghost', file, '--media', newsroom.media, '--no-check')
    expect(again).toContain('Imported: nothing')
    expect(again).toContain('Nothing was written: all of it is here.')
  }
  expect(await newsroom.files()).toEqual(before)
})

test('permalinks of another pattern are kept, with redirects of a file that is named', async () => {
  const dated = await MovedNewsroom.start('ghost-dated', [])
  const rules = join(dated.root, '../rules.json')
  await writeFile(rules, JSON.stringify([{ from: '/sapa', to: '/2014/05/selamat-datang/', permanent: true }]))
  const options = ['--permalink', '/{year}/{month}/{slug}/', '--redirects', rules, '--no-check']
  await dated.import('ghost', BEFORE_1, ...options)
  expect(await dated.read('articles/2014/05/selamat-datang.md')).toContain(
    'aliases:\n  - /2014/05/selamat-datang/\n  - /sapa\n',
  )
})

test('of a file that is cut off, what stands before that place is imported, and the place is told', async () => {
  const part = await MovedNewsroom.start('ghost-cut', [])
  const file = join(part.root, '../cut.json')
  const text = await readFile(EXPORT, 'utf8')
  await writeFile(file, text.slice(0, text.indexOf('"Ikan pagi"')))
  const failed = await part.import('ghost', file, '--no-check').catch((error) => error)
  expect(failed).toMatchObject({ code: 1 })
  expect(failed.stderr).toMatch(/line \d+, column \d+: the file is cut off here/)
  expect(await part.files()).toContain('articles/2022/05/jembatan-retak.md')
})
