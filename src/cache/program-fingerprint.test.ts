import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { moduleDigest, moduleFingerprint, moduleGraph, programFingerprint } from './program-fingerprint.ts'

const PROGRAM = {
  'src/a/one.ts': `import { two } from './two.ts'\nimport type { Three } from '#b/three.ts'`,
  'src/a/two.ts': `export const two = new URL('./worker.ts', import.meta.url)`,
  'src/a/worker.ts': `import styles from '../b/style.css?inline'\nimport { one } from './one.ts'`,
  'src/b/three.ts': `const later = () => import('./four.ts')\nimport site from '#site.config.ts'`,
  'src/b/four.ts': `import { parse } from 'yaml'\nimport './not-there.ts'`,
  'src/b/style.css': 'p {}',
  'src/b/another.ts': '',
  'src/site.config.ts': '',
  'package-lock.json': '{}',
}

/** A program of its own, as each is read but once. */
function program(changes: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'warta-program-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [file, text] of Object.entries({ ...PROGRAM, ...changes })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

test('what a module names, in whatever way, belongs to it; what the newsroom says does not', () => {
  expect([...moduleGraph(['src/a/one.ts'], program())].sort()).toEqual([
    'src/a/one.ts',
    'src/a/two.ts',
    'src/a/worker.ts',
    'src/b/four.ts',
    'src/b/style.css',
    'src/b/three.ts',
  ])
})

test.each([
  ['its own code', 'src/a/one.ts', true],
  ['the code of a worker', 'src/a/worker.ts', true],
  ['a style', 'src/b/style.css', true],
  ['what is loaded later', 'src/b/four.ts', true],
  ['the installed packages', 'package-lock.json', true],
  ['a module that it does not name', 'src/b/another.ts', false],
  ["the outlet's settings", 'src/site.config.ts', false],
])('a module is another with another text of %s: %s', (_, file, isAnother) => {
  const [before, after] = [program(), program({ [file]: '// another' })].map((root) =>
    moduleFingerprint(['src/a/one.ts'], root),
  )
  expect(before !== after).toBe(isAnother)
})

test('its digest is one whatever is installed', () => {
  const roots = [program(), program({ 'package-lock.json': '{"another":1}' })]
  expect(new Set(roots.map((root) => moduleDigest(['src/a/one.ts'], root))).size).toBe(1)
})

test('a program is another with another file or another outlet, and between other folders', () => {
  const root = program()
  const fingerprint = (outlet: string, folder = '/site') => programFingerprint(outlet, [folder], root)
  const outlet = program({ 'src/theme.ts': '' })
  const all = [
    fingerprint(outlet),
    fingerprint(outlet, '/another'),
    fingerprint(program({ 'src/theme.ts': '// another' })),
    fingerprint(program({ 'src/theme.ts': '', 'src/overrides/a/A.astro': '' })),
    fingerprint(program({ 'src/theme.ts': '', 'src/texts/ms.ts': '' })),
    programFingerprint(outlet, ['/site'], program({ 'src/b/another.ts': '// another' })),
    programFingerprint(outlet, ['/site'], program({ 'package-lock.json': '{"another":1}' })),
  ]
  expect(new Set(all).size).toBe(all.length)
  expect(fingerprint(outlet)).toBe(all[0])
  // What an outlet says is no code of its own.
  expect(fingerprint(program({ 'src/theme.ts': '', 'src/site.config.ts': '// another' }))).toBe(all[0])
})

test('the lock of what is installed is found in the folders around the program', () => {
  const outlet = program()
  const lib = join(outlet, 'node_modules/warta/lib')
  cpSync(join(outlet, 'src'), join(lib, 'src'), { recursive: true })
  const before = moduleFingerprint(['src/a/one.ts'], lib)
  cpSync(lib, join(outlet, 'node_modules/two/lib'), { recursive: true })
  writeFileSync(join(outlet, 'package-lock.json'), '{"another":1}')
  expect(moduleFingerprint(['src/a/one.ts'], join(outlet, 'node_modules/two/lib'))).not.toBe(before)
})

test('modules of the installed package are JavaScript, and have the digests of their sources', () => {
  const root = program({
    'src/a/one.js': `import { two } from './two.js'`,
    'src/a/two.js': '',
    'digests.json': '{"src/a/five.ts":"abc"}',
  })
  rmSync(join(root, 'src/a/one.ts'))
  rmSync(join(root, 'src/a/two.ts'))
  expect([...moduleGraph(['src/a/one.ts'], root)]).toEqual(['src/a/one.js', 'src/a/two.js'])
  expect(moduleDigest(['src/a/five.ts'], root)).toBe('abc')
})

test.each(['src/texts/ms.ts', 'src/overrides/chrome/Footer.astro', 'src/theme.ts', 'src/note.ts'])(
  'an outlet is another with another %s, and the same with other content',
  (file) => {
    const root = program()
    const [before, after, content] = [
      program({ [file]: '// one' }),
      program({ [file]: '// another' }),
      program({ [file]: '// one', 'src/content/pages/about.md': 'About' }),
    ].map((outlet) => programFingerprint(outlet, [], root))
    expect(after).not.toBe(before)
    expect(content).toBe(before)
  },
)

test('a module that is not there is told', () => {
  expect(() => moduleFingerprint(['src/none.ts'], program())).toThrow('ENOENT')
})

test('modules are looked for in the program, wherever a command is started', () => {
  const before = process.cwd()
  onTestFinished(() => process.chdir(before))
  const fingerprint = moduleFingerprint(['src/cache/program-fingerprint.ts'])
  process.chdir(tmpdir())
  expect(moduleFingerprint(['src/cache/program-fingerprint.ts'])).toBe(fingerprint)
  expect(moduleFingerprint(['src/cache/cache-value.ts'])).not.toBe(fingerprint)
})
