import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>

test('the package that npm create runs is of the program’s version, and asks for that', () => {
  const { version, engines, license } = read('package.json')
  expect(read('create-warta/package.json')).toMatchObject({
    ...{ version, engines, license },
    dependencies: { warta: version },
  })
})
