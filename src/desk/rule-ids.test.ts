import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LEFT_OVER_RULES } from './rule-ids.ts'

test('docs/editors.md says what each rule finds, and of no other', () => {
  const docs = readFileSync('docs/editors.md', 'utf8')
  const [, rows = ''] = /\| left-over +\| what it finds +\|\n\|[^\n]+\n((?:\|[^\n]+\n)+)/.exec(docs) ?? []
  const told = [...rows.matchAll(/^\| `([a-z-]+)` +\| (.+?) +\|$/gm)].map(([, id, text]) => [id, text])
  expect(told).toEqual(Object.entries(LEFT_OVER_RULES))
})
