import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultOf, permissionsFor, readRows, rowOf } from './architecture/arrows.ts'
import { circlesIn } from './architecture/circles.ts'
import { codeIn, importsIn, importsOf, targetOf } from './architecture/imports.ts'

const rows = readRows(readFileSync('CONTRIBUTING.md', 'utf8'))
const imports = importsOf(codeIn(['src', 'comments-server', 'tests', 'bench', 'tools']))
/** What the table is for. */
const governed = [...imports].filter(
  ([file]) => /^(src|comments-server)\//.test(file) && !file.endsWith('.test.ts'),
)

describe('the table of arrows', () => {
  test('allows every import', () => {
    const faults = governed.flatMap(([file, found]) => found.flatMap((one) => faultOf(file, one, rows) ?? []))
    expect(faults).toEqual([])
  })

  test('has a row for every file, and a file for every row', () => {
    const used = new Set(governed.map(([file]) => rowOf(file, rows)))
    expect(governed.filter(([file]) => !rowOf(file, rows)).map(([file]) => file)).toEqual([])
    expect(rows.filter((row) => !used.has(row))).toEqual([])
  })

  test('allows nothing that no file imports', () => {
    const used = new Set(
      governed.flatMap(([file, found]) =>
        found.flatMap(({ specifier }) =>
          (permissionsFor(file, specifier, rows) ?? []).map((one) => `${rowOf(file, rows)?.place} ${one}`),
        ),
      ),
    )
    const allowed = rows.flatMap(({ place, mayImport }) => mayImport.map((one) => `${place} ${one}`))
    expect(allowed.filter((one) => !used.has(one))).toEqual([])
  })
})

test('no files import each other in a circle', () => {
  const graph = new Map(
    [...imports].map(([file, found]) => [
      file,
      found.flatMap(({ specifier }) => targetOf(file, specifier) ?? []),
    ]),
  )
  expect(circlesIn(graph)).toEqual([])
})

const TABLE = `
## Where code lives

| place | what | may import |
| --- | --- | --- |
| \`src/domain/\` | news | \`astro/zod\` |
| \`src/desk/\`, \`src/cli/\` | files | \`#domain/\`, \`#site.ts\`, \`node:*\`, \`astro/*\`, \`../\` |
| \`src/desk/rules/\` | rules | \`#desk/problem.ts\` |

## Another

| \`src/other/\` | | |
`

describe('an import', () => {
  const table = readRows(TABLE)
  const isAllowed = (file: string, specifier: string) =>
    faultOf(file, { specifier, line: 7 }, table) === undefined

  test.each([
    ['of the same folder', 'src/domain/edition.ts', './article.ts'],
    ['of the same folder by its name', 'src/domain/edition.ts', '#domain/article.ts'],
    ['of a package', 'src/domain/edition.ts', 'temporal-polyfill'],
    ['of a package of Astro’s family', 'src/domain/edition.ts', '@astrojs/rss'],
    ['of what the row names', 'src/domain/schema.ts', 'astro/zod'],
    ['of a folder that the row names', 'src/desk/check.ts', '#domain/site.ts'],
    ['of a file that the row names', 'src/desk/check.ts', '#site.ts'],
    ['of a row with several places', 'src/cli/news.ts', '#domain/site.ts'],
    ['of Node where the row has all of it', 'src/desk/check.ts', 'node:fs/promises'],
    ['one folder up where the row says so', 'src/cli/readership/count.ts', '../news.ts'],
    ['of the one file that the row names of a folder', 'src/desk/rules/links.ts', '#desk/problem.ts'],
  ])('%s is allowed', (_, file, specifier) => {
    expect(isAllowed(file, specifier)).toBe(true)
  })

  test.each([
    ['of another folder', 'src/domain/edition.ts', '#desk/check.ts'],
    ['of another folder by a relative path', 'src/domain/edition.ts', '../desk/check.ts'],
    ['of the same folder from above', 'src/domain/deep/edition.ts', '../article.ts'],
    ['of Node', 'src/domain/edition.ts', 'node:fs'],
    ['of Node by its old name', 'src/domain/edition.ts', 'fs'],
    ['of Astro', 'src/domain/edition.ts', 'astro'],
    ['of Astro’s modules', 'src/desk/check.ts', 'astro:content'],
    ['two folders up', 'src/cli/readership/formats/caddy.ts', '../../news.ts'],
    ['of a row’s folder by a relative path', 'src/desk/check.ts', '../domain/site.ts'],
    ['of another file of the folder', 'src/desk/rules/links.ts', '#desk/check.ts'],
    ['of a test’s support', 'src/desk/check.ts', '../../tests/support/newsroom.ts'],
    ['of a folder that has a narrower row', 'src/desk/check.ts', '#desk/rules/links.ts'],
  ])('%s is forbidden', (_, file, specifier) => {
    expect(isAllowed(file, specifier)).toBe(false)
  })

  test('that is forbidden is told with its file, its line and the row', () => {
    expect(faultOf('src/domain/edition.ts', { specifier: 'node:fs', line: 7 }, table)).toBe(
      'src/domain/edition.ts:7 may not import "node:fs": the row `src/domain/` under "Where code lives" in CONTRIBUTING.md allows `astro/zod`.',
    )
    expect(faultOf('src/other/a.ts', { specifier: 'node:fs', line: 1 }, table)).toBe(
      'src/other/a.ts:1 imports "node:fs", but no row under "Where code lives" in CONTRIBUTING.md is for this file.',
    )
  })
})

test.each([
  ['a static one', "import { a } from './a.ts'", ['./a.ts:1']],
  ['one of types alone', "import type { A } from './a.ts'", ['./a.ts:1']],
  ['one for its effects', "\nimport './a.ts'", ['./a.ts:2']],
  ['one that is passed on', "export { a } from './a.ts'\nexport * from './b.ts'", ['./a.ts:1', './b.ts:2']],
  ['a dynamic one', "const a = 1\nawait import('./a.ts')", ['./a.ts:2']],
  ['one of a type in its place', "let a: import('./a.ts').A", ['./a.ts:1']],
  ['one by require', "const a = require('./a.ts') as typeof import('./b.ts')", ['./a.ts:1', './b.ts:1']],
  ['none in a comment or a text', "// import './a.ts'\nconst a = `import './a.ts'`", []],
])('of a module %s is read', (_, text, found) => {
  expect(importsIn('a.ts', text).map(({ specifier, line }) => `${specifier}:${line}`)).toEqual(found)
})

test('of a component the imports of its front matter and of its scripts are read, at their lines', () => {
  const component = `---
import A from './A.astro'
---
<p>import './no.ts'</p>
<script>
  import './a.ts'
</script>
<A />
<script is:inline>import('./b.ts')</script>
`
  expect(importsIn('B.astro', component)).toEqual([
    { specifier: './A.astro', line: 2 },
    { specifier: './a.ts', line: 6 },
    { specifier: './b.ts', line: 9 },
  ])
})

test.each([
  ['none', { a: ['b', 'c'], b: ['c'], c: [] }, []],
  ['a file that imports itself', { a: ['a'] }, [['a', 'a']]],
  ['two files', { a: ['b'], b: ['a'] }, [['a', 'b', 'a']]],
  [
    'one with files that lead in and out',
    { in: ['a'], a: ['b'], b: ['out', 'c'], c: ['a'], out: [] },
    [['a', 'b', 'c', 'a']],
  ],
  [
    'two',
    { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] },
    [
      ['a', 'b', 'a'],
      ['c', 'd', 'c'],
    ],
  ],
  ['one with a file outside the graph', { a: ['b'], b: ['elsewhere', 'a'] }, [['a', 'b', 'a']]],
])('of circles %s is found', (_, graph, circles) => {
  expect(circlesIn(new Map(Object.entries(graph)))).toEqual(circles)
})
