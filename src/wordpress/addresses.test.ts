import { describe, expect, test } from 'vitest'
import { addressById, addressesOf, pathOf } from './addresses.ts'

describe('of an address', () => {
  test.each([
    ['https://old.example/2019/03/flood/?utm_source=x#more', '/2019/03/flood/'],
    ['https://old.example/?p=12', '/?p=12'],
    ['https://old.example/about/?page_id=12', '/?p=12'],
    ['https://old.example/?attachment_id=12&x=1', '/?p=12'],
    ['https://old.example/?p=twelve', '/'],
    ['https://old.example/flood/?p=-1', '/flood/'],
  ])('%s, %s tells it from others', (address, path) => {
    expect(pathOf(new URL(address))).toBe(path)
  })
})

test.each([
  ['12', '/?p=12'],
  ['0', undefined],
  ['012', undefined],
  ['', undefined],
  ['1e3', undefined],
  ['9'.repeat(16), undefined],
])('the number %s has the address %s', (id, address) => {
  expect(addressById(id)).toBe(address)
})

test.each([
  [
    'its permalink, its number and its guid',
    { link: 'https://o.example/a/', guid: 'https://o.example/?p=7', id: '7', name: 'a' },
    ['https://o.example/a/', '/?p=7', 'https://o.example/?p=7'],
  ],
  ['its name without a permalink', { link: '', guid: '', id: '', name: 'a' }, ['/a/']],
  [
    'no guid that is no address by number',
    { link: '', guid: 'https://o.example/a/', id: '7', name: '' },
    ['/?p=7'],
  ],
  ['no guid that is no address', { link: '', guid: 'urn:uuid:1', id: '', name: '' }, []],
])('an item was at %s', (_, item, addresses) => {
  expect(addressesOf(item)).toEqual(addresses)
})
