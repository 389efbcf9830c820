import { expect, test } from 'vitest'
import { EVERYWHERE, IMMUTABLE, writeHeaders } from './response-headers.ts'

test('the file has each header for the whole site, and what never changes is kept', () => {
  const [first, ...lines] = writeHeaders('/daily/').trimEnd().split('\n')
  expect(first).toBe('/daily/*')
  const rest = lines.indexOf('/daily/_astro/*')
  expect(lines.slice(0, rest)).toEqual(
    Object.entries(EVERYWHERE).map(([name, value]) => `  ${name}: ${value}`),
  )
  const never = lines.slice(rest, -2)
  expect(never.filter((_, i) => i % 2 === 0)).toEqual([
    '/daily/_astro/*',
    '/daily/fragments/live/:slug/:entry/:digest/',
    '/daily/:language/fragments/live/:slug/:entry/:digest/',
  ])
  expect(never.filter((_, i) => i % 2 === 1)).toEqual(Array(3).fill(`  Cache-Control: ${IMMUTABLE}`))
  expect(lines.slice(-2)).toEqual(['/daily/sw.js', '  Cache-Control: no-cache'])
})

test('no line is longer than Cloudflare takes', () => {
  for (const line of writeHeaders('/').split('\n')) expect(line.length).toBeLessThan(2000)
})
