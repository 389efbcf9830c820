import { expect, test } from 'vitest'
import { digestOfComponent, type Stamp, stamped, stampIn } from './override-stamp.ts'

const STAMP: Stamp = { file: 'src/components/a/A.astro', version: '1.2.0-beta.1', digest: '0123456789abcdef' }

test.each([
  ['with front matter', '---\nconst a = 1\n---\n\n<p>{a}</p>\n', 2],
  ['without', '<p>a</p>\n', 2],
])('a component %s says first what it was copied from', (_, text, line) => {
  const copy = stamped(text, STAMP)
  expect(stampIn(copy)).toEqual({ stamp: STAMP, line })
  expect(copy.startsWith('---\n// From src/components/a/A.astro of warta 1.2.0-beta.1')).toBe(true)
  expect(copy).toContain(text.split('\n').at(-2))
})

test('a later stamp takes the place of the first', () => {
  const later = { ...STAMP, version: '2.0.0', digest: 'f'.repeat(16) }
  const copy = stamped(stamped('---\nconst a = 1\n---\n', STAMP), later)
  expect(copy.match(/\/\/ From/g)).toHaveLength(1)
  expect(stampIn(copy)?.stamp).toEqual(later)
})

test.each(['', '---\n// From hand\n---\n', 'From a of warta 1, digest 0123456789abcdef'])(
  '%j has none',
  (text) => {
    expect(stampIn(text)).toBeUndefined()
  },
)

test('what ends the lines is no change', () => {
  expect(digestOfComponent('a\r\nb\r\n')).toBe(digestOfComponent('a\nb\n'))
  expect(digestOfComponent('a\nb\n')).not.toBe(digestOfComponent('a\nc\n'))
})
