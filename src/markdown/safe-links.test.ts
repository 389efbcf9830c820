import { markdownToHtml } from 'satteri'
import { expect, test } from 'vitest'
import { elementsOf } from '../../tests/support/html.ts'
import { safeLinks } from './safe-links.ts'

/** The address that a link of this one is left with, past the parser, which escapes some characters. */
function hrefOf(href: string): unknown {
  const { html } = markdownToHtml('[A](/a/)', {
    hastPlugins: [
      {
        name: 'given',
        element: { filter: ['a'], visit: (node, ctx) => ctx.setProperty(node, 'href', href) },
      },
      safeLinks((written) => written),
    ],
  })
  return elementsOf(html)[1]?.properties.href
}

// What browsers leave out of a scheme, so that it runs all the same.
test.each([
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\rscript:alert(1)',
  '  javascript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u0001\u001fJAVASCRIPT:alert(1)',
  'javascript\t:alert(1)',
])('%j goes', (href) => {
  expect(hrefOf(href)).toBeUndefined()
})

test.each(['/a:b/', 'a/b:c', '?q=javascript:x', '#javascript:x', '1a:b', 'mailto:a@a.example', ''])(
  '%j stays',
  (href) => {
    expect(hrefOf(href)).toBe(href)
  },
)
