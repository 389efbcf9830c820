import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemAt, problemsOf, warningAt } from '../../../tests/support/temporary-newsroom.ts'
import { digestOfComponent, stamped } from '../override-stamp.ts'
import { checkOverrides } from './overrides.ts'

const FOOTER = 'src/overrides/chrome/Footer.astro'
const original = readFileSync('src/components/chrome/Footer.astro', 'utf8')
const from = (digest: string) =>
  stamped(original, { file: 'src/components/chrome/Footer.astro', version: '0.0.9', digest })

test.each([
  ['a copy of the component as it is', FOOTER, from(digestOfComponent(original))],
  ['one that nobody copied', FOOTER, '<footer></footer>'],
  ['a layout', 'src/overrides/layouts/Page.astro', '<slot />'],
  ['a part of the outlet’s own', 'src/overrides/chrome/_Badge.astro', '<b></b>'],
  ['a folder of such parts', 'src/overrides/_parts/badges.ts', 'export {}'],
  ['what an editor leaves', 'src/overrides/chrome/.Footer.astro.swp', ''],
])('%s is sound', async (_, file, text) => {
  expect(await problemsOf(checkOverrides, { [file]: text })).toEqual([])
})

test('a copy of a component that has changed since is told, with how to compare', async () => {
  const [problem] = await problemsOf(checkOverrides, { [FOOTER]: from('0123456789abcdef') })
  expect(problem).toEqual(warningAt(`${FOOTER}:2:1`, 'copied from chrome/Footer.astro of warta 0.0.9'))
  expect(problem?.message).toMatch(
    /git diff --no-index src\/components\/chrome\/Footer\.astro \S+src\/overrides\/chrome\/Footer\.astro\. When .* -- override chrome\/Footer\.astro --reviewed$/,
  )
})

test.each([
  ['a slip of the hand', 'chrome/Foter.astro', 'Did you mean "chrome/Footer.astro"?'],
  ['another folder', 'Footer.astro', 'Did you mean "chrome/Footer.astro"?'],
  ['nothing like any', 'chrome/Weather.astro', '"npm run news -- override" lists what there is.'],
  ['no component', 'chrome/menu.ts', 'A part of your own has a name that begins with "_".'],
])('what is in place of nothing is an error: %s', async (_, name, words) => {
  const file = `src/overrides/${name}`
  expect(await problemsOf(checkOverrides, { [file]: '' })).toEqual([problemAt(`${file}:1:1`, words)])
})
