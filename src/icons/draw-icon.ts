import sharp from 'sharp'
import type { IconFile } from '#domain/icon-files.ts'
import { type IconColours, iconDesign, type IconSubject, logoDesign } from './icon-design.ts'
import { writeIco } from './write-ico.ts'

/** Pixels; what browsers show in tabs, lists and on dense screens. */
const ICO_SIDES = [16, 32, 48]

/** The bytes of a file that an outlet's `public/` lacks: the same for the same name and colours. */
export async function drawIcon(
  file: IconFile,
  subject: IconSubject,
  colours?: IconColours,
): Promise<Uint8Array> {
  switch (file) {
    case 'favicon.svg':
      return Buffer.from(await iconDesign(subject, 'round', colours))
    case 'favicon.ico': {
      const svg = await iconDesign(subject, 'round', colours)
      return writeIco(
        await Promise.all(ICO_SIDES.map(async (side) => ({ side, png: await pngOf(svg, side / 64) }))),
      )
    }
    case 'apple-touch-icon.png':
      return pngOf(await iconDesign(subject, 'square', colours), 180 / 64)
    case 'icon-192.png':
      return pngOf(await iconDesign(subject, 'square', colours), 192 / 64)
    case 'icon-512.png':
      return pngOf(await iconDesign(subject, 'square', colours), 512 / 64)
    case 'icon-maskable-512.png':
      return pngOf(await iconDesign(subject, 'maskable', colours), 512 / 64)
    case 'logo.png':
      return pngOf(await logoDesign(subject, colours), 1)
  }
}

/** @param scale pixels of a unit */
function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  // 72 units are an inch.
  return sharp(Buffer.from(svg), { density: 72 * scale })
    .png({ compressionLevel: 9 })
    .toBuffer()
}
