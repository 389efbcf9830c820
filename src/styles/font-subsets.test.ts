import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { DEFAULT_FONTS } from './default-fonts.ts'
import { fontPath } from './font-path.ts'
import { type FontSubset, fontSubsets } from './font-subsets.ts'
import { codePointsOf } from './unicode-range.ts'

const HERE = process.cwd()
const [LATIN, LATIN_EXT] = DEFAULT_FONTS.sans.files
let caches = ''

beforeEach(() => {
  caches = mkdtempSync(join(tmpdir(), 'warta-fonts-'))
  onTestFinished(() => rmSync(caches, { recursive: true }))
})

const subsetsOf = (file: typeof LATIN, languages: string[]) => {
  if (!file) throw new Error('There is no such file.')
  return fontSubsets(fontPath(file.file, HERE), { ...file, style: 'normal' }, languages, caches)
}
const has = ({ unicodeRange }: FontSubset, letter: string) =>
  codePointsOf(unicodeRange).has(letter.codePointAt(0) ?? 0)

test('a font is divided into the letters of the languages and what is left, none in both', async () => {
  const [own, rest, ...more] = await subsetsOf(LATIN, ['id', 'en'])
  expect(more).toEqual([])
  if (!own || !rest) throw new Error('It is not divided.')
  expect(['a', '’', 'ü'].map((letter) => [has(own, letter), has(rest, letter)])).toEqual([
    [true, false],
    [true, false],
    [false, true],
  ])
  const [whole, ownSize, restSize] = [fontPath(LATIN?.file ?? '', HERE), own.path, rest.path].map(
    (path) => readFileSync(path).length,
  )
  expect(ownSize).toBeLessThan(0.65 * (whole ?? 0))
  expect(restSize).toBeLessThan(0.65 * (whole ?? 0))
  expect(readFileSync(own.path).toString('latin1', 0, 4)).toBe('wOF2')
})

test('what no language of the outlet is written with is one file, and so is a font of unknown letters', async () => {
  expect(await subsetsOf(LATIN_EXT, ['id', 'en'])).toHaveLength(1)
  expect(await subsetsOf(LATIN_EXT, ['pl'])).toHaveLength(2)
  expect(await subsetsOf(LATIN, ['yo'])).toHaveLength(1)
})

test('the same font, letters and weights are the same bytes, and found again', async () => {
  const [first] = await subsetsOf(LATIN, ['id', 'en'])
  const [again] = await subsetsOf(LATIN, ['en', 'id'])
  expect(again).toEqual(first)
  const bytes = readFileSync(first?.path ?? '')
  rmSync(first?.path ?? '')
  const [anew] = await subsetsOf(LATIN, ['id', 'en'])
  expect(readFileSync(anew?.path ?? '').equals(bytes)).toBe(true)
})

test('a font of one weight is divided too', async () => {
  const file = { file: '@fontsource/public-sans/files/public-sans-latin-600-normal.woff', weight: '600' }
  const parts = await fontSubsets(
    fontPath(file.file, HERE),
    { ...file, style: 'normal', subset: true, unicodeRange: ['U+20-7E', 'U+A1-FF'] },
    ['id'],
    caches,
  )
  expect(parts.map(({ path }) => readFileSync(path, 'latin1').slice(0, 4))).toEqual(['wOF2', 'wOF2'])
})

test('a file that cannot be divided is told by its name', async () => {
  const path = join(caches, 'own.woff2')
  writeFileSync(path, 'no font')
  await expect(
    fontSubsets(
      path,
      { file: './own.woff2', weight: '400', style: 'normal', subset: true, unicodeRange: ['U+41'] },
      ['id'],
      caches,
    ),
  ).rejects.toThrow('./own.woff2 cannot be divided: take "subset" out of its entry in the theme.')
})
