import { DARK_MIX } from '#domain/section-ink.ts'
import type { FontFamily } from './font-schema.ts'
import { standInName } from './fonts.ts'
import { moreContrast } from './more-contrast.ts'
import type { Theme } from './theme.ts'

/** A theme as the style sheet that gives its values to the names in tailwind.ts; it comes after global.css. */
export function themeCss(theme: Theme): string {
  const light = declarations({ 'color-scheme': 'light', ...scheme(theme.light, 0, 1) })
  const dark = declarations({ 'color-scheme': 'dark', ...scheme(theme.dark, DARK_MIX, theme.darkPictures) })
  const [lightMore, darkMore] = (['light', 'dark'] as const).map((name) =>
    declarations({ '--picture': 'none', ...named('', moreContrast(theme[name], name)) }),
  )
  // Paper is white in either theme.
  return `@layer base {
:root { ${light} ${declarations(measures(theme))} }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }
@media screen { :root[data-theme="dark"] { ${dark} } }
@media (prefers-contrast: more) { :root { ${lightMore} } }
@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${darkMore} } }
@media screen and (prefers-contrast: more) { :root[data-theme="dark"] { ${darkMore} } }
}
${Object.values(theme.fonts).map(standInFaces).join('')}`
}

function scheme(colours: Theme['light'], mix: number, brightness: number): Record<string, string> {
  return {
    '--dark-mix': `${mix * 100}%`,
    '--picture': brightness === 1 ? 'none' : `brightness(${brightness})`,
    ...named('', colours),
  }
}

function measures({ sizes, widths }: Theme): Record<string, string> {
  return {
    ...named(
      'size-',
      map(sizes, ([size]) => size),
    ),
    ...named(
      'line-',
      map(sizes, ([, line]) => String(line)),
    ),
    ...named('width-', widths),
  }
}

function standInFaces(family: FontFamily): string {
  const { ascent = 0, descent = 0, lineGap = 0, faces = [] } = family.standIns ?? {}
  return faces
    .map(({ name, local, weight, style, width }) => {
      const scaled = (value: number) => `${Number(((value / width) * 100).toFixed(2))}%`
      return `@font-face { ${declarations({
        'font-family': `"${standInName(name, family)}"`,
        'font-weight': String(weight),
        'font-style': style,
        src: local.map((font) => `local("${font}")`).join(', '),
        'size-adjust': `${width}%`,
        'ascent-override': scaled(ascent),
        'descent-override': scaled(descent),
        'line-gap-override': scaled(lineGap),
      })} }\n`
    })
    .join('')
}

function named(prefix: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${prefix}${name}`, value]))
}

function map<Value>(values: Record<string, Value>, to: (value: Value) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value)]))
}

function declarations(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ')
}
