import { expect, test } from 'vitest'
import type { Rule } from '../check.ts'
import { articleFile, problemAt, problemsOf, warningAt } from '../../../tests/support/temporary-newsroom.ts'
import { checkControlCharacters } from './control-characters.ts'
import { checkEmptyBodies } from './empty-bodies.ts'
import { checkHeadings } from './headings.ts'
import { checkImageTexts } from './image-texts.ts'
import { checkRawHtml } from './raw-html.ts'
import { checkUnsafeLinks } from './unsafe-links.ts'

test.each<[string, Rule, string, string, string, typeof problemAt]>([
  ['an empty body', checkEmptyBodies, '\n \n', '8:1', 'keep the article back with "draft: true"', problemAt],
  ['a body of notes alone', checkEmptyBodies, '<!-- To do -->', '8:1', 'there is no text', problemAt],
  [
    'a control character',
    checkControlCharacters,
    'A\n\nB\u0008C\u0008',
    '10:2',
    'U+0008, which nobody can see. Delete it',
    problemAt,
  ],
  ['a jump from the title', checkHeadings, 'A\n\n### B', '10:1', '2 levels below', warningAt],
  ['a jump further down', checkHeadings, '## A\n\n#### B', '10:1', 'Write ### in place of ####', warningAt],
  [
    'a picture without words',
    checkImageTexts,
    'A\n![ ](./b.png)',
    '9:1',
    'Say what it shows: ![A flooded street](./b.png)',
    problemAt,
  ],
  [
    'a picture whose words are yet to be written',
    checkImageTexts,
    'A\n\n![?](./b.png)',
    '10:1',
    'Write it in place of the question mark: ![A flooded street](./b.png)',
    warningAt,
  ],
  ['a script', checkRawHtml, 'A\n\n<script>\nb()\n</script>', '10:1', 'would see <script> as', warningAt],
  ['a tag in a line', checkRawHtml, 'A <b>B</b>', '8:3', 'would see <b> as', warningAt],
  [
    'a scheme that runs',
    checkUnsafeLinks,
    '[A](JavaScript:b)',
    '8:1',
    'start with "javascript:". Use',
    problemAt,
  ],
  [
    'a port',
    checkUnsafeLinks,
    '[A](a.example:8080/b)',
    '8:1',
    'Write "https://a.example:8080/b".',
    problemAt,
  ],
  ['a slip in it', checkUnsafeLinks, '[A](htps://a.example)', '8:1', 'Write "https://a.example".', problemAt],
  ['data', checkUnsafeLinks, '[A][a]\n\n[a]: data:text/html,b', '8:1', 'start with "data:"', problemAt],
])('%s is told at its place', async (_case, rule, body, place, advice, at) => {
  const files = { 'articles/x.md': articleFile({}, body) }
  expect(await problemsOf(rule, files)).toEqual([at(`articles/x.md:${place}`, advice)])
})

test.each<[string, Rule, string]>([
  ['a text', checkEmptyBodies, 'Text'],
  ['a picture alone', checkEmptyBodies, '![A](a.png)'],
  ['tabs and line ends', checkControlCharacters, 'A\tB\r\n\u0085'],
  ['headings level by level', checkHeadings, '# A\n\n## B\n\n### C\n\n## D\n\n### E'],
  ['a heading of the footnotes', checkHeadings, 'A[^1]\n\n[^1]: B'],
  ['a picture described', checkImageTexts, '![A](./b.png)'],
  ['a note to colleagues', checkRawHtml, 'A <!-- B -->\n\n<!--\nC\n-->'],
  ['HTML as code', checkRawHtml, '`<b>`\n\n    <b>\n\n1 < 2 > 1'],
  ['addresses of safe schemes', checkUnsafeLinks, '[A](https://a.example) [B](mailto:b@b.example) <tel:1>'],
])('%s passes', async (_case, rule, body) => {
  expect(await problemsOf(rule, { 'articles/x.md': articleFile({}, body) })).toEqual([])
})

test('an empty draft and an empty withdrawn article pass, an empty page does not', async () => {
  const files = {
    'articles/x.md': articleFile({ draft: 'true' }, ''),
    'articles/y.md': articleFile({ withdrawn: '{ at: 2025-07-05, reason: Wrong }' }, ''),
    'src/content/pages/about.md': '---\ntitle: A\ndescription: B\n---\n',
  }
  expect(await problemsOf(checkEmptyBodies, files)).toEqual([
    problemAt('src/content/pages/about.md:5:1', 'take the file out'),
  ])
})

test.each([
  ['Windows line ends', '\r\n', ''],
  ['a byte order mark', '\n', '\ufeff'],
  ['both', '\r\n', '\ufeff'],
])('%s move no place in a body', async (_case, end, mark) => {
  const text = mark + articleFile({}, 'A\n\n[B](javascript:c)').replaceAll('\n', end)
  expect(await problemsOf(checkUnsafeLinks, { 'articles/x.md': text })).toEqual([
    problemAt('articles/x.md:10:1', 'javascript:'),
  ])
})
