import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { slimPage } from './slim-page.ts'

const ADDRESS = 'https://news.example/daily/world/harbour/'

function pageWith(body: string, head = ''): Document {
  return parseHTML(
    `<!doctype html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`,
  ).document
}

test.each([
  [
    'the smallest of several, in any order',
    '<img src="/l.webp" srcset="/m.webp 800w, /s.webp 480w, /l.webp 1600w" sizes="100vw">',
    ['/s.webp'],
  ],
  ['by density', '<img src="/1.webp" srcset="/1.webp, /2.webp 2x">', ['/1.webp']],
  ['the one that there is', '<img src="a/b.png?v=2">', ['/daily/world/harbour/a/b.png?v=2']],
  [
    'without the formats beside it',
    '<picture><source srcset="/a.avif 480w"><img src="/a.jpg"></picture>',
    ['/a.jpg'],
  ],
  ['none of an advertisement', '<a rel="sponsored noopener"><img src="/ad.png"></a>', []],
  ['none of another site', '<img src="https://elsewhere.example/a.png">', []],
  ['none without an address', '<img alt="x">', []],
])('of a picture is copied %s', (_, markup, files) => {
  const page = slimPage(pageWith(`<article>${markup}</article>`), ADDRESS)
  expect(page.files).toEqual(files)
  expect(page.html).not.toMatch(/srcset|sizes|ad\.png/)
})

test('what enlarges a picture shows the file that there is', () => {
  const markup =
    '<figure><img srcset="/s.webp 480w, /l.webp 1600w"><a data-open href="/xl.webp">+</a></figure>'
  expect(slimPage(pageWith(`<article>${markup}</article>`), ADDRESS).html).toContain('href="/s.webp"')
})

test('pictures that are not of the article are left out', () => {
  const page = slimPage(pageWith('<article></article><section><img src="/related.webp"></section>'), ADDRESS)
  expect(page.files).toEqual([])
  expect(page.html).not.toContain('related')
})

test('styles, the script and fonts go along, once, and nothing of other sites', () => {
  const head = `<link rel="stylesheet" href="/_astro/p.css"><link rel="stylesheet" href="/_astro/p.css">
    <link rel="icon" href="/favicon.ico"><link rel="alternate" href="/rss.xml">
    <script type="module" src="/_astro/p.js"></script><script src="https://ads.example/a.js"></script>
    <style>@font-face{font-family:A;src:url("/_astro/a.woff2");unicode-range:U+20-7E}</style>`
  const { files } = slimPage(pageWith('<p>Text</p>', head), ADDRESS)
  expect(files).toEqual(['/_astro/p.css', '/_astro/p.js', '/_astro/a.woff2'])
})

test('a copy says that it is one', () => {
  const page = pageWith('<p>Text</p>')
  const notice = page.createElement('p')
  notice.textContent = 'A copy'
  const { html } = slimPage(page, ADDRESS, notice)
  expect(html).toMatch(/^<!doctype html><html [^>]*data-copy/)
  expect(html).toContain('<main><p>A copy</p><p>Text</p></main>')
})
