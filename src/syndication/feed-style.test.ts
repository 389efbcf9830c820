import { expect, test } from 'vitest'
import { noticeRule, paletteRule } from './feed-style.ts'

test.each([
  ['quotation marks', 'a "b"', '"a \\22 b\\22 "'],
  ['a backslash', 'a\\b', '"a\\5c b"'],
  ['a line break', 'a\nb', '"a\\a b"'],
  ['what would end a rule', '}; a { b', '"}; a { b"'],
])('%s in a notice ends nothing', (_case, text, css) => {
  expect(noticeRule({ heading: text, text: 'x' })).toBe(`:root {\n  --heading: ${css};\n  --text: "x";\n}\n`)
})

test('a feed has the colours of the theme, light and dark', () => {
  const light = { paper: '#fff1e5', ink: '#33302e', muted: '#66605c', rule: '#ccc1b7', accent: '#0d7680' }
  const dark = { ...light, paper: '#262a33', ink: '#f2f2f2' }
  const rule = paletteRule({ light, dark })
  expect(rule).toContain('--paper: light-dark(#fff1e5, #262a33);')
  expect(rule).toContain('--ink: light-dark(#33302e, #f2f2f2);')
  expect(rule).not.toContain('accent')
})
