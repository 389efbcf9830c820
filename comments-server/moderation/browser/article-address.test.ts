import { expect, test } from 'vitest'
import { articleAddress } from './article-address.ts'

test.each([
  ['/daily/world/harbour/', 'https://outlet.example/daily/world/harbour/#comments'],
  ['/world/?a=b#c', 'https://outlet.example/world/#comments'],
  ['//evil.example/', undefined],
  ['/\\evil.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['https://evil.example/', undefined],
  ['', undefined],
])('%j: %s', (path, address) => {
  expect(articleAddress(path, 'https://outlet.example/daily/')).toBe(address)
})
