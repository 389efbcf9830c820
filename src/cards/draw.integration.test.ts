import { resolve } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { parseTheme, type ThemeInput } from '#styles/theme.ts'
import { nameOfCard } from './card.ts'
import { type CardContent, CARD_SIZE } from './design.ts'
import { drawCard } from './draw.ts'
import { cardLook } from './look.ts'

const OUTLET = { name: 'Warta', tagline: 'News, plainly' }
const SECTION = { name: 'Politics', colour: '#1a4f8b' }

async function draw(content: Partial<CardContent>): Promise<Buffer> {
  return Buffer.from(await drawCard({ outlet: OUTLET, section: SECTION, ...content }))
}

/** How dark the right edge of a card is at its darkest, from 0 to 255. */
async function inkAtEdge(card: Buffer): Promise<number> {
  const left = CARD_SIZE.width - 40
  const edge = await sharp(card).extract({ left, top: 30, width: 40, height: 560 }).png().toBuffer()
  const { channels } = await sharp(edge).stats()
  return 255 - Math.min(...channels.slice(0, 3).map(({ min }) => min))
}

test('a card is a PNG of the size that sites show', async () => {
  const card = await draw({ headline: 'Harbour opens after the storm' })
  expect(await sharp(card).metadata()).toMatchObject({ ...CARD_SIZE, format: 'png' })
  expect(card.length).toBeLessThan(60_000)
})

test('the same words make the same bytes, other words others', async () => {
  const headline = 'Harbour opens'
  expect((await draw({ headline })).equals(await draw({ headline }))).toBe(true)
  expect((await draw({ headline })).equals(await draw({ headline: 'Harbour closes' }))).toBe(false)
  const other = { ...SECTION, colour: '#7a1f5c' }
  expect((await draw({ headline })).equals(await draw({ headline, section: other }))).toBe(false)
})

test.each(['Harbour opens', 'مرحبا بالعالم', undefined])(
  'where another tagline is drawn, the card has another name: %s',
  async (headline) => {
    const content = { outlet: OUTLET, section: SECTION, headline }
    const other = { ...content, outlet: { ...OUTLET, tagline: 'News, shortly' } }
    const isSame = (await draw(content)).equals(await draw(other))
    expect(isSame).toBe(headline === 'Harbour opens')
    if (!isSame) expect(nameOfCard(other)).not.toBe(nameOfCard(content))
  },
)

const PUBLIC_SANS = {
  name: 'Public Sans',
  files: [{ file: '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2' }],
  card: ['@fontsource/public-sans/files/public-sans-latin-600-normal.woff'],
}

test.each<[string, ThemeInput, boolean]>([
  ['another paper', { light: { paper: '#fff1e5' } }, true],
  ['another serif', { fonts: { serif: PUBLIC_SANS } }, true],
  ['other colours of dark pages', { dark: { paper: '#000000' } }, false],
  ['other sizes', { sizes: { base: ['1.0625rem', 1.6] } }, false],
])('a theme with %s makes another card of another name, where a card shows it', async (_, input, shows) => {
  const content = { outlet: OUTLET, section: SECTION, headline: 'Harbour opens' }
  const look = cardLook(parseTheme(input), resolve('.'))
  const [own, themed] = await Promise.all([drawCard(content), drawCard(content, look)])
  expect(Buffer.from(own).equals(Buffer.from(themed))).toBe(!shows)
  expect(nameOfCard(content, look) === nameOfCard(content)).toBe(!shows)
})

describe('letters that the fonts don’t have', () => {
  test.each(['مرحبا بالعالم', '習近平訪問莫斯科', 'שלום', 'नमस्ते', 'Halo 習近平'])(
    'leave the section and the outlet: %s',
    async (headline) => {
      expect((await draw({ headline })).equals(await draw({}))).toBe(true)
    },
  )

  test('emoji are left out of a headline that stands', async () => {
    const headline = 'Ships are back'
    for (const written of ['Ships 🚢 are back 👍🏽', '🇮🇩 Ships are back ❤️'])
      expect((await draw({ headline: written })).equals(await draw({ headline })), written).toBe(true)
  })

  test.each(['Ścieżka, Nguyễn, Čapek', 'Ελλάδα και Κύπρος', 'Москва и Пекин', '“Warta”™ – 5 × 3 = 15 €'])(
    'are not these: %s',
    async (headline) => {
      expect((await draw({ headline })).equals(await draw({}))).toBe(false)
    },
  )

  test('of a section or an outlet leave what can be said', async () => {
    const section = { name: 'سياسة', colour: '#1a4f8b' }
    expect((await draw({ section, headline: 'مرحبا' })).equals(await draw({ section: undefined }))).toBe(true)
    const nameless = await draw({ outlet: { name: 'أخبار', tagline: 'خبر' }, section: undefined })
    expect(await sharp(nameless).metadata()).toMatchObject(CARD_SIZE)
  })
})

test.each([
  ['markup', '<script>alert(1)</script> & "quotes" ]]>'],
  ['300 characters', 'word '.repeat(60)],
  ['one word without an end', 'W'.repeat(200)],
])('a headline of %s stays within the card', async (_kind, headline) => {
  const card = await draw({ headline })
  expect(card.equals(await draw({}))).toBe(false)
  expect(await inkAtEdge(card)).toBe(0)
})
