import { expect, test } from 'vitest'
import { aliasFile, aliasFolder } from './alias-file.ts'

test.each([
  ['/old/', 'old/index.html'],
  ['/old', 'old/index.html'],
  ['/old/index.html', 'old/index.html'],
  ['/2024/old.html', '2024/old.html'],
  ['/old.html/', 'old.html'],
  ['/old.htm', 'old.htm'],
  ['/old.html/sub/', 'old.html/sub/index.html'],
  ['/caf%C3%A9/', 'café/index.html'],
])('%s is the file %s', (alias, file) => {
  expect(aliasFile(alias)).toBe(file)
})

test.each(['/old', '/old/', '/old/index.html', '/old/index.html/'])('%s is the folder /old/', (alias) => {
  expect(aliasFolder(alias)).toBe('/old/')
})
