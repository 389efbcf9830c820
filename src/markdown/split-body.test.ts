import { expect, test } from 'vitest'
import { renderBody } from './render.ts'
import { splitAfterParagraph } from './split-body.ts'

const options = {
  image: async () => ({ src: '/a>b.png', width: 2, height: 1 }),
  href: (written: string) => written,
  labels: { footnotes: 'Notes', backToReference: 'Back to {reference}', table: 'Table', credit: 'Picture' },
}

/** Where each marked word lies, when the body is cut after a paragraph. */
async function cut(markdown: string, count: number): Promise<string | undefined> {
  const { html } = await renderBody(markdown, options)
  const parts = splitAfterParagraph(html, count)
  if (!parts) return undefined
  expect(parts.join('')).toBe(html)
  return parts.map((part) => (part.match(/\b[A-Z]\b/g) ?? []).join('')).join('|')
}

test.each([
  ['the first of three', 'A\n\nB\n\nC', 1, 'A|BC'],
  ['the second', 'A\n\nB\n\nC', 2, 'AB|C'],
  ['the last', 'A\n\nB\n\nC', 3, undefined],
  ['one that is not there', 'A\n\nB', 7, undefined],
  ['no text at all', '', 1, undefined],
  ['headings between', '## H\n\nA\n\n## I\n\nB', 1, 'HA|IB'],
  ['a quotation, whose paragraphs do not count', '> Q\n>\n> R\n\nA\n\nB', 1, 'QRA|B'],
  ['a loose list', '- L\n\n- M\n\nA\n\nB', 1, 'LMA|B'],
  ['a picture with a caption', '![P](a.png "Q")\n\nA\n\nB', 1, 'PQA|B'],
  ['a table', 'A\n\n| T |\n|--:|\n| U |\n\nB', 1, 'A|TUB'],
  ['a line break and an inline picture', 'A  \nB ![>](a.png) C\n\nD', 1, 'ABC|D'],
  ['signs that look like tags', 'A </p> B `<p>`\n\nC\n\nD', 1, 'AB|CD'],
  ['nothing after it but notes', 'A[^1]\n\n[^1]: N', 1, undefined],
])('after %s', async (_, markdown, count, expected) => {
  expect(await cut(markdown, count)).toBe(expected)
})
