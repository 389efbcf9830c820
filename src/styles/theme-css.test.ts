import { expect, test } from 'vitest'
import { DEFAULT_THEME } from './default-theme.ts'
import { parseTheme } from './theme.ts'
import { themeCss } from './theme-css.ts'
import tailwind from './tailwind.ts'

test('every name by which a class asks has a value', () => {
  const asked = [...JSON.stringify(tailwind).matchAll(/var\((--(?!font-|text-scale|section-ink)[\w-]+)\)/g)]
  const css = themeCss(parseTheme({}))
  expect(asked.length).toBeGreaterThan(30)
  for (const [, name] of asked) expect(css).toContain(`${name}: `)
})

test('dark pages have colours of their own, on a screen', () => {
  const css = themeCss(parseTheme({ dark: { accent: '#8fe3a5' }, darkPictures: 1 }))
  const [light = '', system = '', chosen = ''] = css.split('@media')
  expect(light).toContain(`--accent: ${DEFAULT_THEME.light.accent};`)
  for (const dark of [system, chosen]) {
    expect(dark).toMatch(/^ screen\b/)
    expect(dark).toContain('--accent: #8fe3a5;')
    expect(dark).toContain('--picture: none;')
  }
})

test('a font that stands in for another is as wide and tall as that', () => {
  const { sans } = DEFAULT_THEME.fonts
  const face = { name: 'Arial', local: ['Arial', 'Arimo'], width: 103.9 }
  const theme = parseTheme({
    fonts: { sans: { ...sans, standIns: { ascent: 95, descent: 22.5, faces: [face] } } },
  })
  expect(themeCss(theme)).toContain(
    '@font-face { font-family: "Arial as Public Sans"; font-weight: 400; font-style: normal; src: local("Arial"), local("Arimo"); size-adjust: 103.9%; ascent-override: 91.43%; descent-override: 21.66%; line-gap-override: 0%; }',
  )
})
