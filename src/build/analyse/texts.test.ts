import { expect, test } from 'vitest'
import { Texts } from './texts.ts'

test('a text has one number, and a number one text', () => {
  const texts = new Texts(['/a/', '/b/'])
  expect([texts.add('/b/'), texts.add('/c/'), texts.add('/c/'), texts.size]).toEqual([1, 2, 2, 3])
  expect([texts.at(0), texts.at(2), texts.numberOf('/c/'), texts.numberOf('/d/')]).toEqual([
    '/a/',
    '/c/',
    2,
    undefined,
  ])
})
