import { expect, test } from 'vitest'
import { Children } from './children.ts'

test('the ids of each parent come in the order in which they were added', () => {
  const children = new Children({ map: () => new Map(), set: () => new Set() })
  for (const [parent, id] of [
    ['7', '1'],
    ['8', '2'],
    ['7', '3'],
    ['7', '4'],
  ] as const)
    children.add(parent, id)
  expect(children.of('7')).toEqual(['1', '3', '4'])
  expect(children.of('8')).toEqual(['2'])
  expect(children.of('9')).toEqual([])
})
