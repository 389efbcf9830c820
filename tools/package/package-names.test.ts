import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as { exports: Record<string, unknown> }

test('the package has the names that the program answers to in a checkout', () => {
  const { exports: names } = read('src/package.json')
  const packed = Object.entries(read('package.json').exports).map(([name, target]) => [
    name,
    typeof target === 'string' ? target : (target as { default: string }).default,
  ])
  expect(Object.fromEntries(packed)).toEqual(
    Object.fromEntries(
      Object.entries(names).map(([name, file]) => [
        name,
        String(file).replace('./', './lib/src/').replace(/\.ts$/, '.js'),
      ]),
    ),
  )
})
