import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'
import { renderBody } from './render.ts'

test('images are found in order, with the line and column at which they start', () => {
  const markdown =
    'Intro ![A](a.jpg)\n\n> - ![B](./b.png "Caption")\n\n![C][c] and é ![D](d.webp)\n\n[c]: ../c.avif'
  expect(readBody(markdown).images).toEqual([
    { path: 'a.jpg', alt: 'A', line: 1, column: 7 },
    { path: './b.png', alt: 'B', line: 3, column: 5 },
    { path: '../c.avif', alt: 'C', line: 5, column: 1 },
    { path: 'd.webp', alt: 'D', line: 5, column: 15 },
  ])
})

test('Windows line ends count as one', () => {
  expect(readBody('One\r\n\r\n![A](a.jpg)\r\n').images).toMatchObject([{ line: 3, column: 1 }])
})

test.each([
  ['![A](a%20b.jpg)', 'a b.jpg'],
  ['![A](<a b.jpg>)', 'a b.jpg'],
  ['![A](100%.jpg)', '100%.jpg'],
  ['![A](é.jpg)', 'é.jpg'],
  ['![A](caf%C3%A9.jpg)', 'café.jpg'],
  ['![A](a\\_b.jpg)', 'a_b.jpg'],
  ['![A](a&amp;b.jpg)', 'a&b.jpg'],
  // Latin-1 within an escape: no text can be made of it, and nothing may break.
  ['![A](caf%E9.jpg)', 'caf%E9.jpg'],
  ['![A](https://a.example/a.jpg)', 'https://a.example/a.jpg'],
  ['![A]()', ''],
  ['[![A](a.jpg)](/about/)', 'a.jpg'],
])('the path of %s is %j', (markdown, path) => {
  expect(readBody(markdown).images.map((image) => image.path)).toEqual([path])
})

test.each([
  ['code', '`![A](a.jpg)`'],
  ['a fenced block', '```\n![A](a.jpg)\n```'],
  ['an indented block', '    ![A](a.jpg)'],
  ['a comment', '<!-- ![A](a.jpg) -->'],
  ['an escaped mark', '\\![A](a.jpg) and !\\[A](a.jpg)'],
  ['raw HTML', '<img src="a.jpg"> ![A]'],
  ['a link', '[A](a.jpg)'],
])('%s is no image', (_case, markdown) => {
  expect(readBody(markdown).images).toEqual([])
})

test('lines that look like front matter belong to the body', () => {
  expect(readBody('---\n![A](a.jpg)\n---\n').images).toMatchObject([{ path: 'a.jpg', line: 2, column: 1 }])
})

test('links are found with their addresses, those of the parser itself left out', () => {
  const markdown =
    '[A](/a b/) [B](</a b/> "T") [C][c]\n\n> <https://a.example> www.a.example [^1]\n\n[c]: ../c/#d\n[^1]: [D]()'
  expect(readBody(markdown).links.map(({ href, line, column }) => [href, line, column])).toEqual([
    ['/a%20b/', 1, 12],
    ['../c/#d', 1, 29],
    ['https://a.example', 3, 3],
    ['http://www.a.example', 3, 23],
    ['', 6, 7],
  ])
})

test.each([
  ['`[A](/a/)`', 'code'],
  ['<a href="/a/">A</a>', 'raw HTML'],
  ['[A][a]', 'a reference to nothing'],
  ['![A](/a/)', 'an image'],
])('%s is no link: %s', (markdown) => {
  expect(readBody(markdown).links).toEqual([])
})

test('HTML is found where it is shown, and comments are not', () => {
  const markdown = 'A <b>c</b> <!-- d -->\n\n<!-- e -->\n\n<div>\nf\n</div>\n\n`<i>`'
  expect(readBody(markdown).html).toEqual([
    { text: '<b>', line: 1, column: 3 },
    { text: '</b>', line: 1, column: 7 },
    { text: '<div>\nf\n</div>', line: 5, column: 1 },
  ])
})

test('headings have the depths and ids of the page', async () => {
  const markdown = [
    '# One',
    '### "Quoted" -- and dashed',
    'One\n===',
    '## A <b>tag</b> `code` [link](/a/)',
    '## !!!',
    '## Contents',
    '## Footnote-label[^1]',
    '> ## Within',
    '[^1]: Note',
  ].join('\n\n')
  const taken = ['contents']
  const { headings } = await renderBody(markdown, {
    image: async () => ({ src: '', width: 1, height: 1 }),
    href: (written) => written,
    labels: { footnotes: 'Notes', backToReference: 'Back to {reference}', table: 'Table', credit: 'Picture' },
    takenIds: taken,
  })
  const found = readBody(markdown, taken).headings
  expect(found.map(({ depth, id }) => ({ depth, id }))).toEqual(
    headings.map(({ depth, id }) => ({ depth, id })),
  )
  expect(found.map(({ line }) => line)).toEqual([1, 3, 5, 8, 10, 12, 14, 16])
})
