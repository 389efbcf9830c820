import { expect, test } from 'vitest'
import { EVERYWHERE, IMMUTABLE, writeHeaders } from './response-headers.ts'

test('the file has each header for the whole site, and what never changes is kept', () => {
  const [first, ...lines] = writeHeaders('/daily/').trimEnd().split('\n')
  expect(first).toBe('/daily/*')
  const rest = lines.indexOf('/daily/_astro/*')
  expect(lines.slice(0, rest)).toEqual(
    Object.entries(EVERYWHERE).map(([name, value]) => `  ${name}: ${value}`),
  )
  expect(lines.slice(rest + 1)).toEqual([`  Cache-Control: ${IMMUTABLE}`])
})

test('no line is longer than Cloudflare takes', () => {
  for (const line of writeHeaders('/').split('\n')) expect(line.length).toBeLessThan(2000)
})
