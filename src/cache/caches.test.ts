import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { moduleGraph } from './program-fingerprint.ts'

test('every cache names modules that are there', () => {
  const named = readFileSync(new URL('./caches.ts', import.meta.url), 'utf8').matchAll(/'(src\/[^']+)'/g)
  const modules = Array.from(named, ([, file = '']) => file)
  expect(modules.length).toBeGreaterThan(5)
  for (const module of modules) expect(moduleGraph([module], '.').size).toBeGreaterThan(0)
})

test('what is said to be sound follows from all rules of the desk, and from how a text is read', () => {
  expect([...moduleGraph(['src/desk/check.ts'], '.')]).toEqual(
    expect.arrayContaining([
      'src/desk/rules/headings.ts',
      'src/desk/source.ts',
      'src/markdown/read-body.ts',
      'src/domain/schema.ts',
    ]),
  )
})

test("the web desk's script follows from its forms' code", () => {
  expect([...moduleGraph(['src/web-desk/browser/main.ts'], '.')].length).toBeGreaterThan(1)
})
