import { expect, test } from 'vitest'
import { faultOfAlias } from './alias.ts'

const CODE = 'a code such as'
const DOT = 'begins with a dot'
const BELOW = 'below the front page'

test.each([
  '/old/',
  '/old',
  '/old.html',
  '/2024/05/old-title/',
  '/pasar%20pagi/',
  '/berita/harga-beras-naik-10%E2%84%85/',
  '/новости/',
  '/%D0%BD%D0%BE%D0%B2/',
  '/.well-known/old/',
  '/?p=19',
  '/?q=node/7',
  '/index.php?option=com_content&view=article&id=7:the-dam',
  '/read/?id=7%2C8',
  `/${'a'.repeat(240)}/`,
])('%s may be an old address', (path) => {
  expect(faultOfAlias(path)).toBeUndefined()
})

test.each([
  ['/?p=old', 'a query of names and values'],
  ['/?s=words', 'a query of names and values'],
  ['/a?', 'a query of names and values'],
  ['/a?b', 'a query of names and values'],
  ['/a?b=$c', 'a query of names and values'],
  ['/a?b=c d', 'a query of names and values'],
  ['/a?b=%0A', 'a query of names and values'],
  ['/a?b=1&b=2', 'a query of names and values'],
  ['/a?b=1?c=2', 'a query of names and values'],
  ['/.git/?b=1', DOT],
  ['old?b=1', 'a query of names and values'],
  ['/a%0Ab/', 'must be one line'],
  ['/a%E2%80%A8b/', 'must be one line'],
  ['/a%07b/', 'control characters'],
  ['/a%E2%80%AEb/', 'control characters'],
  ['/%252e%252e/', CODE],
  ['/a/%252e%252e/b/', CODE],
  ['/100%25/', CODE],
  ['/a%5Cb/', CODE],
  ['/a%2Fb/', CODE],
  ['/a%3Fb/', CODE],
  ['/a%23b/', CODE],
  ['/%20a/', CODE],
  ['/a%20/b/', CODE],
  ['/.git/config', DOT],
  ['/a/.htaccess', DOT],
  ['/%2Egit/', DOT],
  ['/a/.well-known/', DOT],
  ['/%2e%2e/a/', BELOW],
  ['/a//b/', BELOW],
  ['/%E2%80%8B/', 'a letter or a digit'],
  ['/---/', 'a letter or a digit'],
  ['/\uD800/', 'half a character'],
  ['/%ED%A0%80/', BELOW],
  [`/${'a'.repeat(241)}/`, 'so long a part'],
  [`/${'%D0%BD'.repeat(121)}/`, 'so long a part'],
  [`/${'a/'.repeat(600)}`, 'at most 1000'],
])('%j may not', (path, fault) => {
  expect(faultOfAlias(path)).toEqual(expect.stringContaining(fault))
})
