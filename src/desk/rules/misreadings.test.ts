import { expect, test } from 'vitest'
import { articleFile, problemsOf, warningAt } from '../../../tests/support/temporary-newsroom.ts'
import { checkMisreadings } from './misreadings.ts'

/** The body, where in the file the warning stands, and what the message holds. The body's first line is line 8. */
type Row = [body: string, place: string, words: string]

const LINKS: Row[] = [
  ['Foto ![x](./FOTO Besar.JPG)', '8:6', 'Write ![x](<./FOTO Besar.JPG>).'],
  ['![x](./a.webp Di pelabuhan)', '8:1', 'Write ![x](./a.webp "Di pelabuhan").'],
  ['![x](./a b.webp “Di pelabuhan”)', '8:1', 'Write ![x](<./a b.webp> "Di pelabuhan").'],
  ['![x](https://a.example/a.jpg', '8:1', 'the bracket ) that closes the address is missing'],
  ['Lihat\n\n[x](https://a.example/ “judul”)', '10:1', 'Write [x](https://a.example/ "judul").'],
  ['[x](/politik/ „judul“)', '8:1', 'Write [x](/politik/ "judul").'],
  ['[x](https://a.example/a b) dan', '8:1', 'Write [x](<https://a.example/a b>).'],
  ['> [x](https://a.example/a\n> b) dan', '8:3', 'the address goes over the end of a line'],
  ['- a\n- [x](<https://a.example/a)', '9:3', 'the address cannot be read'],
  ['[a [b](/c/) d](/e/)', '8:1', 'a link can hold no other link'],
  ['Lihat [x] (https://a.example/).', '8:7', 'Write [x](https://a.example/).'],
  ['Lihat ![x] (./a.jpg).', '8:7', 'Write ![x](./a.jpg).'],
  ['- [x] (https://a.example/)', '8:3', 'is a box to tick, and no link'],
  ['Lihat (x)[https://a.example/].', '8:7', 'Write [x](https://a.example/).'],
  ['Lihat [*x*]（https://a.example/）。', '8:7', 'Write [*x*](https://a.example/).'],
  ['Lihat <https://a.example/a b>.', '8:7', 'Write %20 in its place.'],
]

const REFERENCES: Row[] = [
  ['Teks[^2] lagi', '8:5', 'there is no note of that name. Write a line [^2]:'],
  ['Teks[^a b]\n\n[^a b]: x', '8:5', 'Write [^a-b].'],
  ['[^1] Sumber: BPS', '8:1', 'Write [^1]: before it.'],
  ['Teks^[Catatan]', '8:5', 'a line [^1]: Catatan'],
  ['Teks\n\n[^2]: Tak disebut', '10:1', 'nothing in the text leads to the note [^2]'],
  ['Teks[^1]\n\n[^1]: Satu\n\n[^1]: Dua', '12:1', 'there is another note [^1]'],
  ['[x][1] dan', '8:1', 'or a line [1]: with the address below the text.'],
  ['Lihat [`x`][].', '8:7', 'Write [`x`](/address/)'],
  ['[x][https://a.example/]', '8:1', 'Write [x](https://a.example/).'],
  ['![x][foto]', '8:1', 'there is no address of that name'],
  ['Lihat ![x] ini', '8:7', 'Write ![x](./photo.jpg).'],
  ['Lihat [[wiki link|tautan]]', '8:7', 'Write [tautan](/address/).'],
  ['![[foto.jpg]]', '8:1', 'Write ![what it shows](<./foto.jpg>).'],
  ['Teks\n[1]: https://a.example/', '9:1', 'Put an empty line before it'],
  ['Teks\n\n[Redaksi]: Naskah', '10:1', 'no reader would see [Redaksi]: Naskah'],
]

const EMPHASIS: Row[] = [
  ['Kata **真，**她', '8:6', 'Write **真**，.'],
  ['**“真”**她', '8:1', 'Write “**真**”.'],
  ['**真“好”**她', '8:1', 'Write **真“好”** 她.'],
  ['**"Siap!"**ujarnya', '8:1', 'Write **"Siap!"** ujarnya.'],
  ['*“Siap!”*ujarnya', '8:1', 'Write *“Siap!”* ujarnya.'],
  ['__"Siap!"__ujarnya', '8:1', 'Write __"Siap!"__ ujarnya.'],
  ['~~"Siap!"~~ujarnya', '8:1', 'Write ~~"Siap!"~~ ujarnya.'],
  ['katanya**"Siap!"** lalu', '8:8', 'Write katanya **"Siap!"**.'],
  ['**[x](/a/)**nya', '8:1', 'Write **[x](/a/)** nya.'],
  ['kata __tebal__kata', '8:6', 'Write **tebal**.'],
  ['ini ** tebal ** sekali', '8:5', 'Write **tebal**.'],
  ['ini **tebal ** sekali', '8:5', 'Write **tebal**.'],
  ['ini **tebal sekali.\n\nLagi', '8:5', '** is not closed in this paragraph'],
  ['~~batal.', '8:1', '~~ is not closed in this paragraph'],
  ['ini ==sorot== saja', '8:5', 'Write **sorot**.'],
  ['f**k dan s**t', '8:2', 'around f**k dan s**t: what stands between them becomes bold'],
  ['Luas 2*3*4 meter', '8:7', 'Write \\* where the sign itself is meant.'],
  ['Qur`an dan Jum`at', '8:4', "Write ' where an apostrophe is meant."],
]

const OTHERS: Row[] = [
  ['{{< youtube abc >}}', '8:1', 'Take it out, and give a video or a post a paragraph'],
  ['Teks {{<youtube abc>}}', '8:6', 'it is a shortcode of another program'],
  ['{{% notice %}}', '8:1', 'it is a shortcode of another program'],
  ['Teks {{ site.title }}', '8:6', 'it is a shortcode of another program'],
  ['{% include x %}', '8:1', 'it is a tag of another program'],
  ['[caption id="1"]', '8:1', 'it is a shortcode of WordPress'],
  ['[vc_row full_width=“yes”]', '8:1', 'it is a shortcode of WordPress'],
  ['[gallery]', '8:1', 'it is a shortcode of WordPress'],
  ['Ini [b]tebal[/b]', '8:13', 'it closes a shortcode'],
  ['[url=https://a.example/]x', '8:1', 'it is a tag of a forum'],
  ['[TOC]', '8:1', 'no contents are made here'],
  ['## Judul {#judul}', '8:10', 'Markdown here takes no ids or classes'],
  ['Teks\n{: .lead}', '9:1', 'Markdown here takes no ids or classes'],
  [':::note\n\nIsi', '8:1', 'it opens or closes a box of another program'],
  ['> [!NOTE]\n> Isi', '8:3', '> **NOTE**'],
  ['[!pull]\nKata', '8:1', 'Write > [!pull] as the first line of the quotation.'],
]

const BLOCKS: Row[] = [
  ['Alinea ini.\n---', '9:1', 'Put an empty line before it, or write ## Alinea ini. for a heading.'],
  ['> Alinea\n> ini\n> -----', '10:3', 'makes a heading of the paragraph above it'],
  ['Alinea ini.\n=====', '9:1', 'makes a heading of the paragraph above it'],
  ['- a\n\n  b\n  -', '11:3', 'makes a heading of the paragraph above it'],
  ['##Judul', '8:1', 'Write ## Judul'],
  ['Alinea\n###Judul', '9:1', 'Write ### Judul'],
  ['##\u00a0Judul', '8:1', 'an ordinary blank must stand behind ##'],
  ['#Judul berita ini', '8:1', 'Write ## Judul berita ini'],
  ['\u200b## Judul', '8:1', 'a sign that nobody can see stands before it'],
  ['Hari ini:\n• satu\n• dua', '9:1', 'Begin each line with a hyphen and a blank'],
  ['*satu\n*dua', '8:1', 'Begin each line with a hyphen and a blank'],
  ['-\u00a0satu\n-\u00a0dua', '8:1', 'Begin each line with a hyphen and a blank'],
  ['— Ya.\n— Tidak.', '8:1', 'or put an empty line between them'],
  ['Hasil:\n2. dua\n3. tiga', '9:1', 'Put an empty line before the first of them'],
  ['a. satu\nb. dua', '8:1', 'Begin each line with a number'],
  ['1)satu\n2)dua', '8:1', 'a blank behind each number'],
  ['1. satu\n2. dua\n4. empat', '10:1', 'readers would see 3. in place of 4.'],
  ['=====', '8:1', 'Write --- for one.'],
  ['Teks\n\n```\nkode', '10:1', 'makes code of all that follows'],
  ['    Alinea ini menjorok ke dalam empat spasi.', '8:1', 'Take them out.'],
]

const TABLES: Row[] = [
  ['| a | b |\n|---|---|\n| a `b|c` | d |', '10:7', 'Write `b\\|c`.'],
  ['| a | b |\n|---|---|\n| 1 `b|c` |', '10:7', 'begins another cell'],
  ['| a | b |\n|---|---|\n| 1 | 2 | tiga |', '10:11', 'no reader would see tiga: this row has 3 cells'],
  ['| a | b |\n|---|\n| c | d |', '9:1', 'Write |---|---|.'],
  ['| a | b |\n|—|—|\n| c | d |', '9:1', 'these are not hyphens'],
  ['| a | b |\n\n|---|---|\n| c | d |', '10:1', 'the head of the table must stand right above it'],
  ['| a | b |\n| c | d |', '8:1', 'Write |---|---| below'],
]

test.each([...LINKS, ...REFERENCES, ...EMPHASIS, ...OTHERS, ...BLOCKS, ...TABLES])(
  '%j is told at %s: %s',
  async (body, place, words) => {
    const files = { 'articles/x.md': articleFile({}, body) }
    expect((await problemsOf(checkMisreadings, files))[0]).toEqual(warningAt(`articles/x.md:${place}`, words))
  },
)

test.each([
  'Kata [sic] (menurut dia) dan [1] serta [Naskah](/a/) [^1]\n\n[^1]: Catatan',
  'Naskah [red.](lihat halaman 3) dan Awas![sic]',
  '`![x](./a b.jpg)` dan `{{< x >}}`\n\n```\n[caption id="1"]\n**"Siap!"**ujarnya\n```',
  '\\[x] (https://a.example/) \\*\\*x \\{{< x >}}',
  '<!-- {{< youtube abc >}} ![x](./a b.jpg) -->',
  '[x](</a b/>) [y](/c/ "Judul") ![z](<./a b.jpg> “Judul”)',
  'Harga* dan ongkir**\n\n*belum termasuk pajak\n\n**belum termasuk ongkos',
  'Kata s**t dan 5 * 4 * 3, 2 ** 3, nama_berkas_ini, ____ dan f*** x',
  '真**她**真 *a*, **b**; ***c*** ~~d~~ __e__ un*frigging*believable',
  '`Umar dan `kode` saja',
  '#SaveKPK menjadi tren\n\n#KaburAjaDulu',
  'Judul\n-----\n\nJudul lain\n===\n\nTeks.\n\n---\n\n***',
  'Pada tahun\n2024. Setelah itu\n\n1986. Tahun itu\n\nDaftar\n\n1. a\n1. b\n\n<!-- -->\n\n3. c\n4. d',
  'Pukul\n10.30 mulai\n11.30 selesai',
  'Suhu:\n-5 derajat\n-7 derajat',
  '• satu  \n• dua\\\n• tiga',
  '| a | b |\n|---|---|\n| `c\\|d` | e |\n| f |\n| g | h | |',
  'A | B\n\n|x|',
  '- [x] selesai\n- [ ] belum (https://a.example/)',
  '    const a = { b: 1 };\n\n~~~\nx\n~~~~\n\n> ```\n> y\n> ```',
  '> [!pull]\n> Kata\n>\n> -- Budi',
  '[//]: # (catatan)\n\n[Teks][a]\n\n[a]: https://a.example/ "T"',
  'Teks: x^2 + y_1 = {a} dan {b: c} [VIDEO] [FOTO] ^_^ <3 :)',
])('%j is what it was meant to be', async (body) => {
  expect(await problemsOf(checkMisreadings, { 'articles/x.md': articleFile({}, body) })).toEqual([])
})

test('places are those of the file, whatever stands before them', async () => {
  const body = 'Suhu 20~25 dan 30~35, ![x](./a.webp “😀”) {% x %} 😀 مرحبا [^9]\n\n> - [x] (/a/)'
  const files = { 'articles/x.md': articleFile({}, body).replaceAll('\n', '\r\n') }
  const found = await problemsOf(checkMisreadings, files)
  expect(found.map(({ line, column }) => [line, column])).toEqual([
    [8, body.indexOf('{%') + 1],
    [8, body.indexOf('[^9]') + 1],
    [10, 5],
  ])
})

test('what can be told of one place is told once', async () => {
  const files = { 'articles/x.md': articleFile({}, '[**"a"**b](https://a.example/ “judul”)') }
  expect(await problemsOf(checkMisreadings, files)).toHaveLength(1)
})
