import type { AstroConfig } from 'astro'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { middleOf, movingPicture } from '../../tests/support/moving-picture.ts'
import service from './service.ts'

const RED = '#ff0000'
const logger = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} }
const config = { service: { entrypoint: '', config: {} } } as unknown as AstroConfig['image']

/** A black photograph with a red square of 100 pixels at this place. */
function photograph(left: number, top: number, width = 1600, height = 900) {
  const square = { create: { width: 100, height: 100, channels: 3, background: RED } } as const
  return sharp({ create: { width, height, channels: 3, background: '#000000' } }).composite([
    { input: square, left, top },
  ])
}

async function crop(picture: Uint8Array, width: number, height: number, position?: string) {
  const { data } = await service.transform(
    picture,
    { src: 'photo.jpg', width, height, fit: 'cover', format: 'jpeg', ...(position && { position }) },
    config,
    logger as never,
  )
  return sharp(data)
}

/** How red the picture is, from 0 to 255. */
async function redness(picture: Sharp): Promise<number> {
  const [red] = (await picture.stats()).channels
  return red?.max ?? 0
}

describe('a crop', () => {
  test('holds the place that its focus names, at its size', async () => {
    const picture = await photograph(0, 400).jpeg().toBuffer()
    const around = await crop(picture, 600, 600, '3% 50%')
    expect(await around.metadata()).toMatchObject({ width: 600, height: 600, format: 'jpeg' })
    expect(await redness(around)).toBeGreaterThan(200)
    expect(await redness(await crop(picture, 600, 600, '97% 50%'))).toBeLessThan(50)
    expect(await redness(await crop(picture, 600, 600))).toBeLessThan(50)
  })

  test('of a photograph that its camera held upright counts from the edges that people see', async () => {
    // Turned by a quarter when shown: what lies at the left of the file is above.
    const picture = await photograph(0, 400).jpeg().withExif({}).withMetadata({ orientation: 6 }).toBuffer()
    expect(await redness(await crop(picture, 600, 400, '50% 3%'))).toBeGreaterThan(200)
    expect(await redness(await crop(picture, 600, 400, '50% 97%'))).toBeLessThan(50)
  })
})

test('without a focus a picture is what Astro makes of it', async () => {
  const picture = await photograph(800, 400).jpeg().toBuffer()
  const whole = await crop(picture, 800, 450, 'center')
  expect(await whole.metadata()).toMatchObject({ width: 800, height: 450 })
  expect(await redness(whole)).toBeGreaterThan(200)
})

/** What the service makes of a picture for an output of a format, as Astro asks it. */
async function made(picture: Uint8Array, format: string, more: object = {}) {
  const src = { src: 'photo.gif', width: 1200, height: 675, format: 'gif' } as const
  const options = await service.validateOptions?.({ src, format, ...more }, config, logger as never)
  const transform = { ...options, src: 'photo.gif' }
  const { data } = await service.transform(picture, transform as never, config, logger as never)
  return Buffer.from(data)
}

/** A picture with nothing in it, and one that is half there. */
const CLEAR = { create: { width: 1200, height: 675, channels: 4, background: '#00000000' } } as const
const HALF_BLACK = { create: { width: 1200, height: 675, channels: 4, background: '#00000080' } } as const

describe('where a format has no transparency, a picture stands on white', () => {
  test.each([
    ['a clear PNG as JPEG', () => sharp(CLEAR).png(), 'jpeg', 255],
    ['a clear PNG as JPG', () => sharp(CLEAR).png(), 'jpg', 255],
    ['a clear WebP as JPEG', () => sharp(CLEAR).webp(), 'jpeg', 255],
    ['a clear GIF as JPEG', () => sharp(CLEAR).gif(), 'jpeg', 255],
    ['a clear AVIF as JPEG', () => sharp(CLEAR).avif({ effort: 0 }), 'jpeg', 255],
    ['a half black PNG as JPEG', () => sharp(HALF_BLACK).png(), 'jpeg', 127],
  ])('%s', async (_case, picture, format, light) => {
    const bytes = await picture().toBuffer()
    for (const crop of [{ width: 600 }, { width: 600, height: 600, fit: 'cover', position: '30% 60%' }]) {
      for (const channel of await middleOf(sharp(await made(bytes, format, crop)))) {
        expect(Math.abs(channel - light)).toBeLessThan(4)
      }
    }
  })

  test.each(['webp', 'png', 'avif'])('and is as transparent as it was as %s', async (format) => {
    const { channels } = await sharp(
      await made(await sharp(CLEAR).png().toBuffer(), format, { width: 60 }),
    ).stats()
    expect(channels[3]?.max).toBe(0)
  })
})

describe.each(['gif', 'webp'] as const)('of a %s that moves', (source) => {
  const moving = (loop = 0) => movingPicture(source, { width: 1200, height: 675, loop })

  test.each(['jpeg', 'png', 'avif'])('%s is its first frame, at the declared size', async (format) => {
    for (const size of [
      { width: 1200 },
      { width: 600, height: 600, fit: 'cover' },
      { width: 400, height: 225, fit: 'cover', position: '97% 50%' },
    ]) {
      const picture = sharp(await made(await moving(), format, size))
      const { width, height, pages = 1 } = await picture.metadata()
      expect({ width, height, pages }).toEqual({ height: 675, ...pick(size), pages: 1 })
      const [red = 0, green = 0] = await middleOf(picture)
      expect([red > 200, green > 50]).toEqual([true, false])
    }
  })

  test.each([0, 1, 3])('WebP moves, and %i times as the picture does', async (loop) => {
    const picture = sharp(await made(await moving(loop), 'webp', { width: 480 }))
    const { width, height, pages, loop: shown } = await picture.metadata()
    expect({ width, height, pages, shown }).toEqual({ width: 480, height: 270, pages: 3, shown: loop })
  })
})

const pick = ({ width, height }: { width: number; height?: number }) =>
  height === undefined ? { width } : { width, height }
