import type { AstroConfig } from 'astro'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import service from './picture-service.ts'

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
