import { expect, test } from 'vitest'
import { pack, unpack } from './packed.ts'

test('fields come back as they were', () => {
  const fields = {
    title: 'Harga “beras” 📰',
    at: new Date('2025-07-04T22:13:00+07:00'),
    tags: ['a'],
    none: undefined,
  }
  expect(unpack(pack(fields))).toEqual(fields)
  expect(Object.getPrototypeOf(unpack(pack(fields)))).toBe(Object.prototype)
})
