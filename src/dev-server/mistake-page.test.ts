import { expect, test } from 'vitest'
import type { Problem } from '#desk/problem.ts'
import { temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { mistakePage } from './mistake-page.ts'

const HOSTILE = '</script><script>alert(1)</script> & "quotes"'
const here: Problem[] = [
  { file: 'articles/x.md', line: 2, column: 8, message: `"title" is ${HOSTILE}. Shorten it.` },
  { file: 'articles/x.md', line: 9, column: 1, message: 'There is no such line.' },
]
const others: Problem[] = [{ file: 'articles/y.png', line: 1, column: 1, message: 'The picture is half.' }]

async function page(locale: string) {
  const { root } = await temporaryNewsroom({ 'articles/x.md': `---\ntitle: ${HOSTILE}\n---\n` })
  return mistakePage({ here, others }, { root, locale, texts: {} }, '/daily/')
}

/** What is read without scripts. */
const visible = (html: string) => html.slice(html.indexOf('<body>'))

test('place, cause and mend of each, and the line that is meant', async () => {
  const html = visible(await page('en'))
  expect(html).toContain('<code>articles/x.md:2:8</code>')
  expect(html).toContain('Shorten it.')
  expect(html).toContain('\n       ^</pre>')
  expect(html).toContain('There is no such line.')
  expect(html).toMatch(/Mistakes elsewhere[\s\S]*articles\/y\.png:1:1[\s\S]*The picture is half\./)
})

test('nothing of a file becomes markup or code', async () => {
  const html = await page('en')
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html.match(/<\/script/g)).toHaveLength(1)
  expect(html).not.toContain('& "quotes"')
})

test('the overlay is that of the server, below the base, and takes only HTML that is text', async () => {
  const html = await page('en')
  expect(html).toContain('from "/daily/@vite/client"')
  const overlay = JSON.parse(/new ErrorOverlay\((.*)\)\)\n/.exec(html)?.[1] ?? '')
  expect(overlay).toMatchObject({ name: 'articles/x.md', loc: { line: 2, column: 8 } })
  for (const text of [overlay.message, overlay.hint, overlay.highlightedCode])
    expect(text).not.toMatch(/<(?!br>|\/?(span|pre|code)\b)/)
  expect(overlay.hint).toContain('The picture is half.')
})

test('in the outlet’s language', async () => {
  const html = await page('id')
  expect(html).toContain('<html lang="id" dir="ltr">')
  expect(html).toContain('Kesalahan di tempat lain')
})
