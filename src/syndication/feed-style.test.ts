import { expect, test } from 'vitest'
import { noticeRule } from './feed-style.ts'

test.each([
  ['quotation marks', 'a "b"', '"a \\22 b\\22 "'],
  ['a backslash', 'a\\b', '"a\\5c b"'],
  ['a line break', 'a\nb', '"a\\a b"'],
  ['what would end a rule', '}; a { b', '"}; a { b"'],
])('%s in a notice ends nothing', (_case, text, css) => {
  expect(noticeRule({ heading: text, text: 'x' })).toBe(`:root {\n  --heading: ${css};\n  --text: "x";\n}\n`)
})
