import { markdownToHtml } from 'satteri'
import { expect, test } from 'vitest'
import { portableMarkdown } from './portable.ts'
import { readBody } from './read-body.ts'
import { renderBody } from './render.ts'

const LABELS = { footnotes: 'Notes', backToReference: 'Back', table: 'Table', credit: 'Picture' }
const LIVE = {
  gallery: { name: 'Gallery', enlarge: 'Enlarge' },
  embed: { load: { video: 'Play', post: 'Show', map: 'Show' }, notice: 'From {host}' },
}

/** The body in a feed and in a page. */
async function rendered(markdown: string): Promise<string[]> {
  const image = async (src: string) => ({ src, width: 4, height: 3 })
  const html = [undefined, LIVE].map((live) =>
    renderBody(markdown, { image, href: (written) => written, labels: { ...LABELS, live } }),
  )
  return (await Promise.all(html)).map((body) => body.html.trim())
}

function portable(markdown: string): Promise<string> {
  return portableMarkdown(markdown, {
    title: 'T',
    image: async (path) => path,
    href: (written) => written,
  })
}

test.each([
  ['Harga naik 20~25 derajat dan 30~35 derajat.', 'Harga naik 20~25 derajat dan 30~35 derajat.'],
  ['~Kira-kira~ 1~2.', '~Kira-kira~ 1~2.'],
  // The tildes would have come between the stars.
  ['30~35 **derajat~40 dan** x~y', '30~35 <strong>derajat~40 dan</strong> x~y'],
  ['[a~b](/c) dan [d](/~e) dan ~f', '<a href="/c">a~b</a> dan <a href="/~e">d</a> dan ~f'],
  ['~~Batal~~ 1~2 dan 3~4', '<del>Batal</del> 1~2 dan 3~4'],
  ['~~a 1~2 b 3~4~~', '<del>a 1~2 b 3~4</del>'],
  ['\\~a~ dan b~c dan d~e', '~a~ dan b~c dan d~e'],
  ['`1~2` dan `3~4` 5~6 7~8', '<code>1~2</code> dan <code>3~4</code> 5~6 7~8'],
])('a single tilde stays a tilde: %s', async (markdown, html) => {
  for (const body of await rendered(markdown)) expect(body).toBe(`<p>${html}</p>`)
  // Elsewhere a single one may strike out.
  const elsewhere = markdownToHtml((await portable(markdown)).replace('# T\n\n', '')).html
  expect(elsewhere.trim()).toBe(`<p>${html}</p>`)
})

test('tildes move no place', () => {
  const { links, html } = readBody('1~2 3~4 [a](/b/)\n\n> 5~6 [c](/d/) 7~8 [e](/f/) <b>')
  expect(links).toEqual([
    { href: '/b/', line: 1, column: 9 },
    { href: '/d/', line: 3, column: 7 },
    { href: '/f/', line: 3, column: 20 },
  ])
  expect(html).toMatchObject([{ line: 3, column: 29 }])
})

test.each([
  ['“Keterangan”', 'Keterangan'],
  ['“Keterangan | Antara”', 'Keterangan | Antara'],
  ['„Am Hafen“', 'Am Hafen'],
  ['„Na molo”', 'Na molo'],
  ['”I hamnen”', 'I hamnen'],
  ['«Au port»', 'Au port'],
  ['»Am Hafen«', 'Am Hafen'],
  ['‘Di pelabuhan’', 'Di pelabuhan'],
  ['‹Au port›', 'Au port'],
  ['″Di pelabuhan″', 'Di pelabuhan'],
  ['「港」', '港'],
  ['"Di pelabuhan”', 'Di pelabuhan'],
  ['“Di pelabuhan"', 'Di pelabuhan'],
  ['“Kata "siap" dan “siap” (arsip)”', 'Kata &quot;siap&quot; dan “siap” (arsip)'],
  ['“Foto (“arsip”)” ', 'Foto (“arsip”)'],
  ['“Foto *arsip*”', 'Foto *arsip*'],
])('a caption may stand in %s', async (written, title) => {
  const markdown = `Teks (“ini”) ![x](./a.webp ${written}) dan (“itu”)`
  for (const body of await rendered(markdown)) expect(body).toContain(`title="${title}"`)
  expect(readBody(markdown).images).toEqual([{ path: './a.webp', alt: 'x', line: 1, column: 14 }])
  const elsewhere = markdownToHtml(await portable(markdown)).html
  expect(elsewhere).toContain(`title="${title}"`)
})

test('captions of pictures in a gallery, a quotation and a link', async () => {
  const [, page = ''] = await rendered(
    '![x](./a.webp “A | Ana”)\n![y](<./b c.webp> “B”)\n\n> ![z](./z.webp\n> “Z”)\n\n[![w](./w.webp “W”)](/w/)',
  )
  expect(page).toContain('<image-gallery>')
  expect(page).toContain('<figcaption>A <span class="credit">Picture: Ana</span></figcaption>')
  expect(page).toContain('<figcaption>B</figcaption>')
  expect(page).toContain('<figcaption>Z</figcaption>')
  expect(page).toContain('title="W"')
})

test.each([
  '`![x](./a.webp “A”)`',
  '    ![x](./a.webp “A”)',
  '\\![x](./a.webp “A”)',
  '![x] (./a.webp “A”)',
  '[x](./a.webp “A”)',
  '![x](./a.webp “A)',
  '![x](./a b.webp “A”)',
])('no caption: %s', (markdown) => {
  expect(readBody(markdown).images).toEqual([])
})
