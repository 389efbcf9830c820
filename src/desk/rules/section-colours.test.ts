import { expect, test } from 'vitest'
import { parseTheme } from '#styles/theme.ts'
import { problemAt, problemsOf, SITE } from '../../../tests/support/temporary-newsroom.ts'
import { checkSectionColours } from './section-colours.ts'

const FILE = 'src/content/categories/city.yml'
const rule = checkSectionColours

test.each([
  ['one without a colour', 'name: City', undefined, undefined],
  ['a colour that is read on white', 'name: City\ncolour: "#1a4f8b"', undefined, undefined],
  [
    'one that is not',
    'name: City\ncolour: "#e0b000"',
    undefined,
    'a contrast of 2.02:1 on the paper, #ffffff',
  ],
  ['black on a dark page, which is mixed with white', 'name: City\ncolour: "#000000"', undefined, undefined],
  ['what is no colour, which another rule tells', 'name: City\ncolour: amber', undefined, undefined],
  [
    'one that the paper of the theme is too dark for',
    'name: City\ncolour: "#4e73a0"',
    { light: { paper: '#f2e6d8' } },
    'on light pages #4e73a0 has a contrast of 3.9',
  ],
  [
    'one that the dark paper of the theme is too light for',
    'name: City\ncolour: "#000000"',
    { dark: { paper: '#333333', muted: '#c8ccd4' } },
    'on dark pages #858585, which it is there, has a contrast of 3.4',
  ],
])('%s', async (_, category, theme, words) => {
  const problems = await problemsOf(rule, { [FILE]: category }, SITE, parseTheme(theme ?? {}))
  expect(problems).toEqual(words === undefined ? [] : [problemAt(`${FILE}:2:9`, words)])
})
