import { expect, test } from 'vitest'
import { ownAddresses } from './own-address.ts'

const own = ownAddresses('https://a.example/daily/')

test.each([
  ['/daily/city/', '/daily/city/'],
  ['../sport/#top', '/daily/sport/#top'],
  ['#notes', '/daily/city/#notes'],
  ['?q=bus', '/daily/city/'],
  ['', '/daily/city/'],
  ['https://a.example/daily/rss.xml?x=1', '/daily/rss.xml'],
  ['/daily/harga beras/', '/daily/harga%20beras/'],
  // Outside the base: written without a host a mistake, with it another site.
  ['/city/', '/city/'],
  ['https://a.example/shop/', undefined],
  ['https://b.example/daily/', undefined],
  ['//b.example/', undefined],
  ['mailto:a@a.example', undefined],
  ['data:image/png;base64,AAAA', undefined],
  ['https://', null],
])('%j is %j', (written, address) => {
  expect(own(written, '/daily/city/')).toBe(address)
})
