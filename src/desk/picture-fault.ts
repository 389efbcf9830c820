import { access } from 'node:fs/promises'
import sharp from 'sharp'

const FORMATS = new Set(['jpeg', 'png', 'webp', 'avif'])
/** Pixels beyond which decoding one picture could take a small machine's memory. */
const MOST_PIXELS = 100_000_000

/**
 * What is wrong with a picture's file, to be read after its name; undefined for
 * one that pages can be made of.
 * @throws Error with the code ENOENT when there is no such file
 */
export async function pictureFault(file: string): Promise<string | undefined> {
  await access(file)
  try {
    const { format, compression, width, height } = await sharp(file, { limitInputPixels: false }).metadata()
    // AVIF and the HEIC of telephones share a container, and HEIC cannot be decoded everywhere.
    const kind = format === 'heif' ? (compression === 'av1' ? 'avif' : 'heic') : format
    if (!FORMATS.has(kind))
      return `is ${kind.toUpperCase()}, whatever its name. Save it as JPEG, PNG, WebP or AVIF.`
    if (width * height > MOST_PIXELS)
      return `has ${width} by ${height} pixels. Make it smaller: 2,400 by 1,600 is plenty.`
    await decode(file)
    return undefined
  } catch {
    return 'cannot be read as a picture. Save it again as JPEG, PNG, WebP or AVIF.'
  }
}

/** Reads every pixel, as half a picture has a whole header. */
async function decode(file: string): Promise<void> {
  await sharp(file, { failOn: 'truncated', limitInputPixels: MOST_PIXELS })
    .resize(16, 16, { kernel: 'nearest', fit: 'fill' })
    .raw()
    .toBuffer()
}
