import { describe, expect, test } from 'vitest'
import { contrastFaults } from './contrast-faults.ts'
import { parseTheme } from './theme.ts'

const faultsOf = (input: unknown) =>
  contrastFaults(parseTheme(input), input).map(({ path, message }) => `${path.join('.')}: ${message}`)

test('the program’s own looks can be read', () => {
  expect(faultsOf({})).toEqual([])
})

describe('text that nobody could read is an error, with the ratio', () => {
  test.each([
    [
      'a text of the theme',
      { light: { muted: '#999999' } },
      'light.muted: "light.muted", #999999, has a contrast of 2.84:1 on "light.paper", #ffffff and 2.59:1 on "light.surface", #f6f4ef, but text needs 4.5:1. #707070 would do.',
    ],
    [
      'a paper under the program’s texts',
      { dark: { paper: '#6b6b6b' } },
      'dark.paper: "dark.ink", #eceae4, has a contrast of 4.42:1 on "dark.paper", #6b6b6b,',
    ],
    [
      'what stands on the accent',
      { light: { accent: '#7a5c00', 'accent-ink': '#a3161a' } },
      'light.accent-ink: "light.accent-ink", #a3161a, has a contrast of 1.2',
    ],
    [
      'grounds so far apart that nothing is read on both',
      { light: { surface: '#16181d', mark: '#ffffff' } },
      'No colour has that on "paper" and "surface": bring these nearer to each other.',
    ],
  ])('%s', (_, input, words) => {
    expect(faultsOf(input)).toContainEqual(expect.stringContaining(words))
  })

  test('a ratio just below is not told as enough', () => {
    expect(faultsOf({ light: { muted: '#777777', surface: '#ffffff' } })).toEqual([
      expect.stringContaining('4.47:1'),
    ])
    expect(faultsOf({ light: { muted: '#767676', surface: '#ffffff' } })).toEqual([])
  })
})
