import { globSync } from 'node:fs'
import { expect, test } from 'vitest'

const FOLDERS = ['browser', 'integration', 'output', 'soak'].map((name) => `tests/${name}/`)

test('every test in tests/ is in the folder of a project, as none runs it elsewhere', () => {
  const files = globSync('tests/**/*.test.ts').filter((file) => !file.startsWith('tests/fixtures/'))
  expect(files.length).toBeGreaterThan(40)
  expect(files.filter((file) => !FOLDERS.some((folder) => file.startsWith(folder)))).toEqual([])
})
