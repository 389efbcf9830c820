import { expect, test } from 'vitest'
import { line, lines } from './field.ts'

const faultsOf = (field: ReturnType<typeof line>, text: string) =>
  (field.safeParse(text).error?.issues ?? []).map(({ message }) => message)

test.each([
  ['', 'must not be empty'],
  ['x'.repeat(11), 'must have at most 10 characters'],
  ['\u{20bb7}'.repeat(11), 'must have at most 10 characters'],
  ['a\u0007'.repeat(10), 'must have at most 10 characters'],
  // Ten characters, and eleven of what JavaScript counts.
  ['\u{20bb7}\u0007xxxxxxxx', 'must not hold control characters: type it again, without pasting'],
])('of %j one fault is told', (text, fault) => {
  expect(faultsOf(line(10), text)).toEqual([fault])
  expect(faultsOf(lines(10), text)).toEqual([fault])
})

test('characters are counted as readers count them', () => {
  expect(faultsOf(line(10), '\u{20bb7}'.repeat(10))).toEqual([])
})
