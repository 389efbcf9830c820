import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { ICON_FILES, type IconFile } from '#domain/icon-files.ts'
import { drawIcon } from './draw-icon.ts'
import { ICON_COLOURS } from './icon-design.ts'

const draw = async (file: IconFile, name = 'Kabar Uji', locale = 'id') =>
  Buffer.from(await drawIcon(file, { name, locale }))

/** The box around all that is not of the colour of the icon's edge, in parts of its side. */
async function markIn(icon: Buffer) {
  const { width = 0 } = await sharp(icon).metadata()
  const { info } = await sharp(icon).trim({ threshold: 60 }).toBuffer({ resolveWithObject: true })
  const left = -(info.trimOffsetLeft ?? 0) / width
  const top = -(info.trimOffsetTop ?? 0) / width
  return { left, top, right: left + info.width / width, bottom: top + info.height / width }
}

test.each([
  ['apple-touch-icon.png', 180],
  ['icon-192.png', 192],
  ['icon-512.png', 512],
  ['icon-maskable-512.png', 512],
] as const)('%s is a square PNG of %i pixels', async (file, side) => {
  const icon = await draw(file)
  expect(await sharp(icon).metadata()).toMatchObject({ format: 'png', width: side, height: side })
  expect(icon.length).toBeLessThan(20_000)
})

test('the .ico holds a PNG for each size that browsers show', async () => {
  const icon = await draw('favicon.ico')
  const sizes = []
  for (let i = 0; i < icon.readUInt16LE(4); i++) {
    const entry = icon.subarray(6 + 16 * i)
    const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)]
    const { width, format } = await sharp(icon.subarray(offset, offset + length)).metadata()
    expect(width).toBe(entry.readUInt8(0))
    sizes.push(`${format} ${width}`)
    if (i + 1 === icon.readUInt16LE(4)) expect(offset + length).toBe(icon.length)
  }
  expect(sizes).toEqual(['png 16', 'png 32', 'png 48'])
})

test.each(ICON_FILES)('%s has the same bytes for the same name', async (file) => {
  expect((await draw(file)).equals(await draw(file))).toBe(true)
})

test.each(ICON_FILES)('%s has others for another name, and for other colours', async (file) => {
  const icon = await draw(file)
  expect(icon.equals(await draw(file, 'Suara Pulau'))).toBe(false)
  const colours = { ...ICON_COLOURS, ground: '#1a4f8b' }
  expect(icon.equals(Buffer.from(await drawIcon(file, { name: 'Kabar Uji', locale: 'id' }, colours)))).toBe(
    false,
  )
})

describe('the mark', () => {
  test.each(['Kabar', 'Warta', 'Inilah', 'Jurnal', 'Quest', 'Ångström', '7 Days', 'موجز'])(
    'of %s stands in the middle, and is neither small nor cut',
    async (name) => {
      const { left, top, right, bottom } = await markIn(await draw('icon-512.png', name))
      expect(left).toBeCloseTo(1 - right, 1)
      expect(top).toBeCloseTo(1 - bottom, 1)
      expect(Math.max(right - left, bottom - top)).toBeGreaterThan(0.5)
      expect(Math.max(right - left, bottom - top)).toBeLessThan(0.8)
    },
  )

  test.each(['Kabar', 'Warta', 'موجز'])(
    'of %s lies within what every phone leaves of an icon',
    async (name) => {
      const { left, top, right, bottom } = await markIn(await draw('icon-maskable-512.png', name))
      for (const [x, y] of [
        [left, top],
        [right, bottom],
      ] as const)
        expect(Math.hypot(x - 0.5, y - 0.5)).toBeLessThan(0.4)
    },
  )

  test.each([
    ['the first letter, whatever stands before it', '“kabar”', 'Kertas'],
    ['as a capital of the outlet’s language', 'istanbul', 'Istana'],
    ['a sheet where the fonts lack the letter', 'أخبار', '新聞'],
  ])('is %s', async (_what, one, other) => {
    expect((await draw('icon-192.png', one)).equals(await draw('icon-192.png', other))).toBe(true)
  })

  test('differs where only the language does', async () => {
    const [turkish, english] = [
      await draw('icon-192.png', 'istanbul', 'tr'),
      await draw('icon-192.png', 'istanbul', 'en'),
    ]
    expect(turkish.equals(english)).toBe(false)
  })
})

test('the name stands in the SVG as text', async () => {
  expect((await draw('favicon.svg', 'A & <B>')).toString()).toContain('<title>A &amp; &lt;B&gt;</title>')
})

describe('the logo', () => {
  const sizeOf = async (name: string) => {
    const { width = 0, height = 0 } = await sharp(await draw('logo.png', name)).metadata()
    return { width, height }
  }

  test('is as wide as the name, and never wider than feeds take', async () => {
    const [short, long] = [await sizeOf('Kabar'), await sizeOf('Kabar Uji')]
    expect(long.width).toBeGreaterThan(short.width)
    expect(await sizeOf('Kabar '.repeat(60))).toEqual({ width: 1200, height: 120 })
  })

  test('is the mark alone where the fonts lack the name’s letters', async () => {
    expect(await sizeOf('新聞')).toEqual({ width: 120, height: 120 })
  })

  test('passes over emoji', async () => {
    expect((await draw('logo.png', 'Kabar 🚢')).equals(await draw('logo.png', 'Kabar'))).toBe(true)
  })
})
