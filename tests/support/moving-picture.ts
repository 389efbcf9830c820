import sharp, { type Sharp } from 'sharp'

interface Movement {
  width: number
  height: number
  /** Of the frames, one after the other; `#0000` is transparent. */
  colours?: string[]
  /** How often it is shown; 0 for ever. */
  loop?: number
}

/** A picture of plain frames that follow one another, to be saved as GIF or WebP. */
export async function movingPicture(
  format: 'gif' | 'webp',
  { width, height, colours = ['#f00', '#0f0', '#00f'], loop = 0 }: Movement,
): Promise<Buffer> {
  const frames = colours.map((background) => ({
    create: { width, height, channels: 4 as const, background },
  }))
  const files = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()))
  return sharp(files, { join: { animated: true } })
    .toFormat(format, { delay: colours.map(() => 200), loop })
    .toBuffer()
}

/** A GIF in which one frame comes again and again: many pixels in few bytes. */
export async function longGif(width: number, height: number, frames: number): Promise<Buffer> {
  const one = await movingPicture('gif', { width, height, colours: ['#f00', '#0f0'] })
  // A graphic control extension stands before each frame.
  const start = one.indexOf(Buffer.from([0x21, 0xf9, 0x04]))
  const end = one.indexOf(Buffer.from([0x21, 0xf9, 0x04]), start + 3)
  const frame = one.subarray(start, end)
  return Buffer.concat([
    one.subarray(0, start),
    ...Array.from({ length: frames }, () => frame),
    Buffer.from([0x3b]),
  ])
}

/** Red, green and blue of a picture's middle, from 0 to 255. */
export async function middleOf(picture: Sharp): Promise<number[]> {
  const { width, height } = await picture.metadata()
  const pixel = { left: Math.floor(width / 2), top: Math.floor(height / 2), width: 1, height: 1 }
  return [...(await picture.extract(pixel).removeAlpha().raw().toBuffer())]
}
