import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '')
const folders = new Set(tracked.flatMap((file) => [`${dirname(file)}/`, `${file.split('/')[0]}/`]))
const names = new Set(tracked.flatMap((file) => file.split('/')))
const top = new Set(tracked.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))

/** What a newsroom may have, and the sample need not have. */
const OF_A_NEWSROOM = /^(articles|public|src\/(content|texts|overrides|fonts))\/|^src\/theme\.ts$/

/** The files and folders of this repository that a document names, but does not have. */
function missingIn(document: string, markdown: string): string[] {
  const code = [...markdown.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].flatMap(([, text = '']) =>
    text.split(/[\s,;]+/),
  )
  const linked = [...markdown.matchAll(/\]\(([^)\s#:/][^)\s#:]*)(?:#[^)]*)?\)/g)].map(([, path = '']) =>
    join(dirname(document), path),
  )
  const paths = code.filter((word) => top.has(word.split('/')[0] ?? '') && /^[\w.@/*-]+$/.test(word))
  const files = code.filter((word) => /^[\w-]+(\.config|\.test)?\.(ts|mjs|astro|css)$/.test(word))
  return [
    ...[...paths, ...linked].filter((path) => !OF_A_NEWSROOM.test(path) && !exists(path)),
    ...files.filter((name) => !names.has(name)),
  ]
}

function exists(path: string): boolean {
  if (path.includes('*')) return globSync(path).length > 0
  return path.endsWith('/')
    ? folders.has(path) || tracked.some((file) => file.startsWith(path))
    : tracked.includes(path) || folders.has(`${path}/`)
}

test.each(globSync(['*.md', 'docs/*.md', 'deploy/*.md']))(
  '%s names files that are there',
  async (document) => {
    expect(missingIn(document, await readFile(document, 'utf8'))).toEqual([])
  },
)

test.each([
  ['`src/styles/fnots.ts`', ['src/styles/fnots.ts']],
  ['`src/nowhere/`', ['src/nowhere/']],
  ['[here](docs/nowhere.md#part)', ['docs/nowhere.md']],
  ['`nowhere.ts`', ['nowhere.ts']],
  ['`node src/cli/nowhere.ts --all`', ['src/cli/nowhere.ts']],
  ['`src/styles/fonts.ts`, `tests/soak/`, `src/domain/*.ts`, [this](docs/authors.md)', []],
])('of %s, %j are missed', (markdown, missing) => {
  expect(missingIn('README.md', markdown)).toEqual(missing)
})
