import { expect, test } from 'vitest'
import { piecesOf } from './excerpt.ts'

const found = (text: string) => ({ text, found: true })
const around = (text: string) => ({ text, found: false })

test.each([
  ['', []],
  ['plain', [around('plain')]],
  ['a <mark>b</mark> c', [around('a '), found('b'), around(' c')]],
  ['<mark>a</mark> <mark>b</mark>', [found('a'), around(' '), found('b')]],
  ['&lt;b&gt; &amp; <mark>&lt;i&gt;</mark>', [around('<b> & '), found('<i>')]],
  // One entity is one character: what it makes is not read again.
  ['&amp;lt;', [around('&lt;')]],
  ['&unknown; & b', [around('&unknown; & b')]],
  ['<mark>a', [found('a')]],
  ['the end …', [around('the end\u00a0…')]],
])('the excerpt %j', (excerpt, pieces) => {
  expect(piecesOf(excerpt)).toEqual(pieces)
})
