import { expect, test } from 'vitest'
import { OutputError, tellFaults } from './fault.ts'

test('one fault of many files is a line, with the first of them', () => {
  const faults = ['e', 'd', 'c', 'b', 'a'].map((file) => ({ file, message: 'is odd.' }))
  expect(tellFaults([...faults, { message: 'The site is small.' }])).toBe(
    '  a, b, c and 2 more is odd.\n  The site is small.',
  )
})

test('of very many lines the rest are counted', () => {
  const faults = Array.from({ length: 30 }, (_, i) => ({ file: 'a', message: `lacks ${i}.` }))
  expect(tellFaults(faults).split('\n').at(-1)).toBe('  and 5 more')
})

test('the report says what became of the site', () => {
  expect(new OutputError([{ file: 'a', message: 'is odd.' }]).message).toBe(
    'The new site has a fault:\n  a is odd.\n\nNothing was published: the last published site is as it was.',
  )
})
