import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { fontDigests, fontsOf } from './fonts.ts'
import { parseTheme } from './theme.ts'

const OWN = { name: 'Own', files: [{ file: './fonts/own.woff2', weight: 400 }] }

test('what Astro names a family by is the same wherever the outlet lies, and leads to the file', async () => {
  const [here, there] = await Promise.all([newsroomWith('font'), newsroomWith('font')])
  const theme = parseTheme({ fonts: { sans: OWN } })
  expect(JSON.stringify(fontsOf(theme, placesOf(here)))).toBe(JSON.stringify(fontsOf(theme, placesOf(there))))
  const [, sans] = fontsOf(theme, placesOf(here))
  const asked = { familyName: 'Own', weights: [], styles: [], subsets: [], formats: [] }
  expect(await sans?.provider.resolveFont({ ...asked, options: sans.options })).toEqual({
    fonts: [{ src: [{ url: `${here}/src/fonts/own.woff2` }], weight: '400', style: 'normal' }],
  })
})

test('a family that is measured has fonts to stand in for it, another one those that Astro makes', () => {
  const [serif, sans] = fontsOf(parseTheme({ fonts: { sans: OWN } }), placesOf('.'))
  expect(serif).toMatchObject({
    optimizedFallbacks: false,
    fallbacks: ['Times as STIX Two Text', 'Noto Serif as STIX Two Text', 'Georgia', 'serif'],
  })
  expect(sans).toMatchObject({ optimizedFallbacks: true, fallbacks: ['system-ui', 'sans-serif'] })
})

test('another file has another digest', async () => {
  const theme = parseTheme({ fonts: { sans: OWN } })
  const digests = async (bytes: string) => fontDigests(theme, await newsroomWith(bytes))
  expect(await digests('one')).toEqual(await digests('one'))
  expect(await digests('one')).not.toEqual(await digests('other'))
})

function placesOf(outlet: string) {
  return { outlet, languages: ['id', 'en'], caches: join(outlet, '.cache') }
}

async function newsroomWith(font: string): Promise<string> {
  return (await temporaryNewsroom({ 'src/fonts/own.woff2': font })).root
}
