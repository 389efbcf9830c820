import sharp from 'sharp'
import { randomFrom } from './random.ts'

const COUNT = 12
const WIDTH = 1200
const HEIGHT = 800

/** JPEGs of the weight of news photographs: soft shapes with grain over them. */
export function photographs(seed: number): Promise<Buffer[]> {
  return Promise.all(
    Array.from({ length: COUNT }, (_, i) => {
      const random = randomFrom(seed, 4, i)
      const small = Uint8Array.from({ length: 12 * 8 * 3 }, () => random.between(20, 235))
      const grain = Buffer.from(Array.from({ length: 300 * 200 }, () => random.between(112, 143)))
      return sharp(small, { raw: { width: 12, height: 8, channels: 3 } })
        .resize(WIDTH, HEIGHT, { kernel: 'cubic', fit: 'fill' })
        .composite([
          { input: grain, raw: { width: 300, height: 200, channels: 1 }, tile: true, blend: 'overlay' },
        ])
        .jpeg({ quality: 82 })
        .toBuffer()
    }),
  )
}

/** The same picture in other bytes: a comment after the start marker makes it another file to every cache. */
export function unique(jpeg: Buffer, n: number): Buffer {
  const text = Buffer.from(String(n))
  const comment = Buffer.from([0xff, 0xfe, 0, text.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), comment, text, jpeg.subarray(2)])
}
