import { expect, test } from 'vitest'
import { packedFile } from './packed-file.ts'

test.each([
  ['types go', 'export const one: number = 1', 'export const one = 1;\n'],
  [
    'an import of types goes',
    `import type { One } from './one.ts'\nexport const a = 1`,
    'export const a = 1;\n',
  ],
  [
    'a relative import is of JavaScript',
    `import { a } from '../a.ts'\na()`,
    `import { a } from '../a.js';\na();\n`,
  ],
  ['so is one that waits', `export const a = import('./a.ts')`, `export const a = import('./a.js');\n`],
  [
    'so is a thread',
    `export const a = new URL('./worker.ts', import.meta.url)`,
    `export const a = new URL('./worker.js', import.meta.url);\n`,
  ],
  [
    'a path that is made up at run time stays',
    "export const a = import(b + '/a.ts')",
    "export const a = import(b + '/a.ts');\n",
  ],
  ['the name of a module stays', `import '#a/b.ts'`, `import '#a/b.ts';\n`],
])('%s', (_, text, packed) => {
  expect(packedFile('a/one.ts', text)).toEqual({ file: 'a/one.js', text: packed })
})

test('a component stays as it is, and may name modules from src/ alone', () => {
  const text = `---\nimport { a } from '#a/a.ts'\nimport B from './B.astro'\n---\n<B {a} />`
  expect(packedFile('a/A.astro', text)).toEqual({ file: 'a/A.astro', text })
  expect(() => packedFile('a/A.astro', `---\nimport { a } from './a.ts'\n---`)).toThrow(
    'a/A.astro imports ./a.ts: name it from src/, with a # before it.',
  )
})

test('the names of the program lead to JavaScript', () => {
  const { text } = packedFile('package.json', '{"name":"warta","exports":{"./site":"./domain/site.ts"}}')
  expect(JSON.parse(text)).toMatchObject({
    imports: { '#*.ts': { types: './types/*.d.ts', default: './*.js' }, '#*': './*' },
    exports: { './site': './domain/site.js' },
  })
})
