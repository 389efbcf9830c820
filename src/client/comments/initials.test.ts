import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['Maya Siregar', 'MS'],
  ['maya', 'M'],
  ['Ana Maria de la Cruz', 'AC'],
  ['  (budi) ', 'B'],
  ['محمد علي', 'مع'],
  ['𠮷田', '𠮷'],
  ['😀', '?'],
  ['', '?'],
])('%j has %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
