import { expect, test } from 'vitest'
import { en } from './en.ts'
import { missingAsComments, startTexts } from './start-texts.ts'
import { textPlaces } from './text-places.ts'

const TEXTS = {
  by: 'By',
  said: 'the “so-called” server’s',
  plain: "don't",
  groups: { a: 'A', '2': 'Two' },
  count: { one: '{count} part', other: '{count} parts' },
}

/** What the file exports, as if `defineTexts` were there. */
const exportOf = (file: string) =>
  new Function('defineTexts', file.replace(/^import .*/, '').replace('export default', 'return'))(
    (texts: object) => texts,
  ) as object

const uncommented = (file: string) => file.replace(/^( +)\/\/ /gm, '$1')

test('a file with every text as a comment says nothing, and all of it once the strokes are gone', () => {
  const file = startTexts(TEXTS, 'ms')
  expect(textPlaces(exportOf(file))).toEqual([])
  expect(exportOf(uncommented(file))).toEqual({ ...TEXTS, count: { other: '{count} parts' } })
  expect(file).toContain('NOT TRANSLATED YET')
  expect(file).toContain('Malay (ms)')
})

test('with a form for each that the language tells apart', () => {
  expect(exportOf(uncommented(startTexts(TEXTS, 'pl')))).toMatchObject({
    count: { one: '{count} part', few: '{count} parts', many: '{count} parts', other: '{count} parts' },
  })
})

test('all of English comes back', () => {
  expect(exportOf(uncommented(startTexts(en, 'en')))).toEqual(en)
})

test('what is missing stands in its groups', () => {
  expect(missingAsComments(TEXTS, [{ by: 'Oleh', said: 'x', plain: 'x', groups: { a: 'A' } }], 'ms')).toBe(
    ['  groups: {', "    // '2': 'Two',", '  },', "  // count: { other: '{count} parts' },"].join('\n'),
  )
  expect(missingAsComments(TEXTS, [TEXTS], 'ms')).toBe('')
})
