import { expect, test } from 'vitest'
import { isWatchedFile, isWatchedFolder } from './watched-paths.ts'

test.each([
  'articles/2026/11/x.md',
  'articles/2026/11/ghost-ship/photo.jpg',
  'articles/2026/11/x.comments.json',
  'src/content/readership.json',
  'src/site.config.ts',
  'src/theme.ts',
  'public/favicon.svg',
  'tailwind.config.ts',
  'astro.config.mjs',
  'package-lock.json',
  'node_modules/.package-lock.json',
])('%s', (path) => {
  expect(isWatchedFile(path)).toBe(true)
})

/** What editors, file managers, sync programs and builds leave: the names are theirs. */
test.each([
  'articles/2026/11/.x.md.swp',
  'articles/2026/11/x.md~',
  'articles/2026/11/4913',
  'articles/2026/11/#x.md#',
  'articles/2026/11/.#x.md',
  'articles/2026/11/.x.md.Ab3dE9',
  'articles/2026/11/photo.jpg.crdownload',
  'articles/2026/11/x.md.tmp.4242',
  'articles/2026/11/~$notes.docx',
  'articles/.git/index',
  'articles/.obsidian/workspace.json',
  'dist/index.html',
  '.dist-a/index.html',
  '.cache/build/x',
  '.git/HEAD',
  '.DS_Store',
  'node_modules/astro/package.json',
  'src/node_modules/x.js',
  'README.md',
  'access.log',
])('not %s', (path) => {
  expect(isWatchedFile(path)).toBe(false)
})

test.each([
  ['', true],
  ['articles/2026', true],
  ['src/content', true],
  ['node_modules', true],
  ['node_modules/astro', false],
  ['dist', false],
  ['.git', false],
  ['articles/.git', false],
])('the folder "%s": %s', (path, expected) => {
  expect(isWatchedFolder(path)).toBe(expected)
})
