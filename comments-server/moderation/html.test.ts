import { expect, test } from 'vitest'
import { html } from './html.ts'

test('a value is text, in an element and in an attribute', () => {
  const evil = `"'><script>alert(1)</script>&amp;`
  const made = String(html`<p title="${evil}">${evil}</p>`)
  expect(made.replace(/<p title="|">|<\/p>/g, '')).not.toMatch(/["'<>]|&amp;/)
  expect(made).toContain('&#60;script&#62;')
})

test('what was made is markup in another', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`)
  const line = html`<hr />`
  expect(
    html`<ul>
        ${items}
      </ul>
      ${line}`
      .toString()
      .replace(/\s/g, ''),
  ).toBe('<ul><li>a</li><li>&#60;b&#62;</li></ul><hr/>')
})
