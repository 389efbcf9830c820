import { expect, test } from 'vitest'
import { findImages } from './find-images.ts'

test('images are found in order, with the line and column at which they start', () => {
  const markdown =
    'Intro ![A](a.jpg)\n\n> - ![B](./b.png "Caption")\n\n![C][c] and é ![D](d.webp)\n\n[c]: ../c.avif'
  expect(findImages(markdown)).toEqual([
    { path: 'a.jpg', line: 1, column: 7 },
    { path: './b.png', line: 3, column: 5 },
    { path: '../c.avif', line: 5, column: 1 },
    { path: 'd.webp', line: 5, column: 15 },
  ])
})

test('Windows line ends count as one', () => {
  expect(findImages('One\r\n\r\n![A](a.jpg)\r\n')).toEqual([{ path: 'a.jpg', line: 3, column: 1 }])
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
  expect(findImages(markdown).map((image) => image.path)).toEqual([path])
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
  expect(findImages(markdown)).toEqual([])
})

test('lines that look like front matter belong to the body', () => {
  expect(findImages('---\n![A](a.jpg)\n---\n')).toEqual([{ path: 'a.jpg', line: 2, column: 1 }])
})
