import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseTheme } from '#styles/theme.ts'
import { problemAt, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { NewsroomError } from './problem.ts'
import { readOutlet } from './read-outlet.ts'
import { readTheme } from './read-theme.ts'

const FILE = 'src/theme.ts'
const FONT = 'wOF2 and its letters'
/** The start of a font with many weights: its table of axes is named. */
const VARIABLE = '\0\x01\0\0\0\x01 fvar'

async function problemsOf(theme: string, files: Record<string, string> = {}) {
  const error = await readTheme(await temporaryNewsroom({ [FILE]: theme, ...files })).catch((error) => error)
  return error instanceof NewsroomError ? error.problems : error
}

const fonts = (files: string) => `export default {\n  fonts: { sans: { name: 'Own', ${files} } },\n}`

test('an outlet without a theme has the program’s', async () => {
  expect(await readTheme(await temporaryNewsroom({}))).toEqual(parseTheme({}))
})

test('a theme is read, with the outlet’s own fonts and those of packages', async () => {
  const theme = fonts(
    `files: [{ file: './fonts/a.woff2' }, { file: '/b.woff2', weight: 700 }, { file: '@fontsource-variable/public-sans/files/public-sans-latin-wght-italic.woff2', style: 'italic' }], card: ['./fonts/c.woff']`,
  )
  const folder = await temporaryNewsroom({
    [FILE]: theme,
    'src/fonts/a.woff2': FONT,
    'public/b.woff2': FONT,
    'src/fonts/c.woff': 'wOFF and its letters',
  })
  expect((await readTheme(folder)).fonts.sans.name).toBe('Own')
})

test('a package of the outlet is found in its folder', async () => {
  const theme = fonts(`files: [{ file: '@own/font/files/a.woff2' }]`)
  expect(await problemsOf(theme, { 'node_modules/@own/font/files/a.woff2': FONT })).toMatchObject({
    fonts: { sans: { name: 'Own' } },
  })
})

test.each([
  [
    'a colour that is none',
    `export default {\n  light: { ink: 'black' } }`,
    '2:17',
    '"light.ink" is "black"',
  ],
  ['a text without contrast', `export default {\n  light: {\n    muted: '#999999' } }`, '3:12', '2.84:1'],
  ['a paper without contrast', `export default {\n  dark: { paper: '#6b6b6b' } }`, '2:18', '4.42:1'],
  ['no theme', `export const theme = {}`, '1:1', '"the theme" is missing'],
  ['a missing bracket', `export default {\n  light: {`, '2:11', 'This cannot be read'],
  ['a word that nothing explains', `export default {\n  light: lihgt }`, '2:10', 'lihgt is not defined'],
  [
    'a package that is not installed',
    fonts(`files: [{ file: '@fontsource-variable/lora/files/a.woff2' }]`),
    '2:49',
    'the package "@fontsource-variable/lora" is not installed: npm install @fontsource-variable/lora',
  ],
  [
    'a file that a package does not have',
    fonts(`files: [{ file: '@fontsource-variable/public-sans/files/public-sans-latin-wght-nromal.woff2' }]`),
    '2:49',
    'Did you mean "public-sans-latin-wght-normal.woff2"?',
  ],
  [
    'a file that the outlet does not have',
    fonts(`files: [{ file: './fonts/a.woff2' }]`),
    '2:49',
    'there is no file src/fonts/a.woff2.',
  ],
  [
    'a file of public/ that is not there',
    fonts(`files: [{ file: '/fonts/a.woff2' }]`),
    '2:49',
    'there is no file public/fonts/a.woff2.',
  ],
])('%s is told at its place', async (_case, theme, place, message) => {
  // A paper may have too little contrast with several texts.
  expect((await problemsOf(theme))[0]).toEqual(problemAt(`${FILE}:${place}`, message))
})

test.each([
  ['what is no font', '<!doctype html>', './fonts/a.woff2', 'card: []', 'this is no font'],
  ['a card in many weights', VARIABLE, './fonts/a.ttf', `card: ['./fonts/a.ttf']`, 'name a static one'],
])('%s is told', async (_case, bytes, file, card, message) => {
  const theme = fonts(`files: [{ file: '${file}' }]${card === 'card: []' ? '' : `, ${card}`}`)
  expect(await problemsOf(theme, { [`src/${file.slice(2)}`]: bytes })).toEqual([
    expect.objectContaining({ file: FILE, message: expect.stringContaining(message) }),
  ])
})

test('a link is followed neither to a font nor to a theme', async () => {
  const folder = await temporaryNewsroom({ [FILE]: fonts(`files: [{ file: './fonts/a.woff2' }]`) })
  await mkdir(join(folder.root, 'src/fonts'))
  await symlink('/etc/hostname', join(folder.root, 'src/fonts/a.woff2'))
  await expect(readTheme(folder)).rejects.toThrow('src/fonts/a.woff2: Links to other files are not followed')
  const other = await temporaryNewsroom({ 'src/kept.ts': 'export default {}' })
  await symlink('kept.ts', other.theme)
  await expect(readTheme(other)).rejects.toThrow('src/theme.ts:1:1 Links to other files are not followed')
})

test('what is wrong with the config and the theme is told at once', async () => {
  const folder = await temporaryNewsroom({
    'src/site.config.ts': `export default { name: 'W' }`,
    [FILE]: 'export default { dark: 7 }',
  })
  await expect(readOutlet(folder)).rejects.toThrow(/"tagline" is missing[\s\S]*"dark" is 7/)
})
