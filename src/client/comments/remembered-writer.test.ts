import { expect, test } from 'vitest'
import { storageOf } from '../../../tests/support/dom.ts'
import { forget, remember, remembered } from './remembered-writer.ts'

test('what the device keeps is there again until it is forgotten', () => {
  const items = storageOf()
  expect(remembered()).toEqual({})
  remember({ name: 'Ani', email: 'ani@x.example', site: '' })
  expect(remembered()).toEqual({ name: 'Ani', email: 'ani@x.example', site: '' })
  forget()
  expect(items.size).toBe(0)
})

test.each([
  ['other fields', '{"name":"Ani","text":"Yes"}', { name: 'Ani' }],
  ['values that are no text', '{"name":7,"site":"x"}', { site: 'x' }],
  ['no fields', '"Ani"', {}],
  ['nothing', 'null', {}],
  ['what is no JSON', '{', {}],
])('of %s no more than names, addresses and sites count', (_, held, fields) => {
  storageOf({ 'comment-writer': held })
  expect(remembered()).toEqual(fields)
})

test('a device that forbids storage keeps nothing, and nothing fails', () => {
  storageOf({}, { isForbidden: true })
  remember({ name: 'Ani' })
  forget()
  expect(remembered()).toEqual({})
})
