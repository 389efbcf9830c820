import { expect, test } from 'vitest'
import { readershipSchema } from './readership.ts'

const HOUR = '2025-07-05T03:00:00Z'

test.each([
  ['no article', { articles: {} }],
  ['an article not read', { articles: { 'xi-putin': {} } }],
  ['views in an hour', { articles: { 'xi-putin': { [HOUR]: 12 } } }],
])('accepts %s', (_, readership) => {
  expect(readershipSchema.parse(readership)).toEqual(readership)
})

test.each([
  ['nothing', {}],
  ['an unknown key', { articles: {}, article: {} }],
  ['fewer than no views', { articles: { a: { [HOUR]: -1 } } }],
  ['half a view', { articles: { a: { [HOUR]: 0.5 } } }],
  ['views as text', { articles: { a: { [HOUR]: '12' } } }],
  ['an hour that is none', { articles: { a: { yesterday: 1 } } }],
  ['an hour without a zone', { articles: { a: { '2025-07-05T03:00:00': 1 } } }],
])('refuses %s', (_, readership) => {
  expect(readershipSchema.safeParse(readership).success).toBe(false)
})
