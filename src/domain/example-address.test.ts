import { expect, test } from 'vitest'
import { isExampleAddress } from './example-address.ts'

test.each([
  'https://warta.example/',
  'https://surat.warta.example/langganan?a=1',
  'HTTPS://Warta.EXAMPLE./',
  'https://www.example.com/',
  'https://example.org',
  'http://localhost:8360/',
  'http://news.localhost/',
  'http://127.0.0.1:4321/',
  'http://[::1]/',
  'mailto:maya@warta.example',
  'mailto:maya@warta.example?subject=Hi',
])('%s is an example', (address) => {
  expect(isExampleAddress(address)).toBe(true)
})

test.each([
  'https://kabaruji.id/',
  'https://example.id/',
  'https://myexample.com/',
  'https://forexample/',
  'https://kabaruji.id/?from=warta.example',
  'https://user@kabaruji.id/#localhost',
  'http://127.0.0.1.nip.io/',
  'http://10.0.0.1/',
  'mailto:warta.example@kabaruji.id',
  '/about/',
  '#content',
  'example',
  '',
])('%s is none', (address) => {
  expect(isExampleAddress(address)).toBe(false)
})
