import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeIn, importsIn } from './architecture/imports.ts'
import { packedFile } from './package/packed-file.ts'
import { programFiles } from './package/program-files.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'peerDependencies',
  Record<string, string>
>

/** What a build needs, and no module of the program imports. */
const NOT_IMPORTED = [
  // Runs the program.
  'node',
  // Named by a path that is put together: `src/styles/default-fonts.ts`.
  '@fontsource-variable/public-sans',
  '@fontsource-variable/stix-two-text',
  '@fontsource/public-sans',
  '@fontsource/stix-two-text',
  // Imported by `src/styles/global.css`.
  'tailwindcss',
]

/** `@astrojs/rss` of `@astrojs/rss/schema`. */
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

/** The packages that a file needs when it runs: imports of types are gone then. */
function packagesIn(file: string, text: string): string[] {
  return importsIn(file, file.endsWith('.ts') ? packedFile(file, text).text : text)
    .map(({ specifier }) => specifier)
    .filter((specifier) => /^[@a-z]/.test(specifier) && !isBuiltin(specifier) && !specifier.includes(':'))
    .map(packageOf)
}

const ofProgram = programFiles('src').filter((file) => /\.(ts|js|astro)$/.test(file))
const imported = new Set([
  ...ofProgram.flatMap((file) => packagesIn(file, readFileSync(join('src', file), 'utf8'))),
  ...codeIn(['comments-server'])
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => packagesIn(file, readFileSync(file, 'utf8'))),
])
// The program itself, by its name; and what is installed for the comment server alone.
for (const name of ['warta', '@waline/vercel']) imported.delete(name)

test('what the program runs on is installed for a build, and nothing else', () => {
  const { dependencies, peerDependencies } = manifest
  expect(Object.keys({ ...dependencies, ...peerDependencies }).sort()).toEqual(
    [...new Set([...imported, ...NOT_IMPORTED])].sort(),
  )
})

test('what only some outlets need is there for the tests, in the version that they are asked for', () => {
  const { devDependencies, peerDependencies } = manifest
  expect(devDependencies).toMatchObject(peerDependencies)
})

// Of packages a program of its own, not a library: with newer ones nobody has tested it.
test('an outlet gets the versions that these tests ran with, of all that the program asks for itself', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version: string }>
  }
  for (const [name, asked] of Object.entries(manifest.dependencies))
    expect(asked, name).toBe(lock.packages[`node_modules/${name}`]?.version)
})
