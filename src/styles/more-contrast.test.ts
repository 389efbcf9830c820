import { describe, expect, test } from 'vitest'
import { contrast } from '#domain/contrast.ts'
import { DEFAULT_THEME } from './default-theme.ts'
import { moreContrast } from './more-contrast.ts'

const { light, dark } = DEFAULT_THEME
describe.each([
  ['light', light, 4.5, 1],
  ['dark', dark, 4.5, 1],
  ['light, with more contrast', moreContrast(light, 'light'), 7, 3],
  ['dark, with more contrast', moreContrast(dark, 'dark'), 7, 3],
  [
    'a theme’s, with more contrast',
    moreContrast({ ...light, paper: '#fff1e5', accent: '#0a5e66' }, 'light'),
    7,
    3,
  ],
  ['a theme’s in the dark', moreContrast({ ...dark, paper: '#1a1a22', surface: '#24242e' }, 'dark'), 7, 3],
])('%s', (_name, colours, ofText, ofLines) => {
  test.each(['ink', 'muted', 'accent'] as const)('%s is readable on both grounds', (name) => {
    for (const ground of [colours.paper, colours.surface])
      expect(contrast(colours[name], ground)).toBeGreaterThanOrEqual(ofText)
  })

  test('so is what stands on the accent, and what is marked', () => {
    expect(contrast(colours['accent-ink'], colours.accent)).toBeGreaterThanOrEqual(ofText)
    expect(contrast(colours.ink, colours.mark)).toBeGreaterThanOrEqual(ofText)
  })

  test.each(['rule', 'bar'] as const)('%s is seen', (name) => {
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(ofLines)
  })
})
