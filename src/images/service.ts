import type { AstroConfig, ImageTransform, LocalImageService } from 'astro'
import sharpService from 'astro/assets/services/sharp'
import sharp, { type Sharp } from 'sharp'
import { cropOf, type Focus, parsePosition } from '#domain/crop.ts'
import { isMovingFormat } from '#domain/moving-picture.ts'

/** What shows through a transparent picture in a format that has no transparency. */
const PAPER = '#ffffff'
const OPAQUE = ['jpeg', 'jpg']

/**
 * Astro's own image service by sharp, but for three things. It cuts around the
 * place that `position` names in percent; sharp itself knows edges and corners
 * alone. Where the format has no transparency, the picture stands on white.
 * Where the format does not move, it is of the first frame: Astro would put all of
 * them one below the other.
 */
const service: LocalImageService = {
  ...sharpService,
  async validateOptions(options, config, logger) {
    const valid = (await sharpService.validateOptions?.(options, config, logger)) ?? options
    if (!OPAQUE.includes(String(valid.format))) return valid
    // Among the options, since the name of the file is made of them.
    return { ...valid, background: valid.background ?? PAPER }
  },
  async transform(picture, options, config, logger) {
    const { width, height, position, format = 'webp' } = options as ImageTransform
    const focus = parsePosition(position)
    if (focus && width && height) {
      const part = await cut(picture, Number(width) / Number(height), focus)
      return sharpService.transform(part, { ...options, position: undefined }, config, logger)
    }
    const { format: source, pages = 1, loop } = await sharp(picture, { failOn: 'none' }).metadata()
    if (pages === 1) return sharpService.transform(picture, options, config, logger)
    if (isMovingFormat(source) && isMovingFormat(format))
      return sharpService.transform(picture, options, looping(config, loop), logger)
    return sharpService.transform(await firstFrame(picture), options, config, logger)
  },
}

export default service

/** The part as PNG without compression, which loses nothing and is soon read again. */
async function cut(picture: Uint8Array, ratio: number, focus: Focus): Promise<Uint8Array> {
  const upright = sharp(picture, { failOn: 'none' }).autoOrient()
  const { autoOrient: size } = await upright.metadata()
  return asPng(upright.extract(cropOf(size, ratio, focus)))
}

/** The same of a whole picture. */
function firstFrame(picture: Uint8Array): Promise<Uint8Array> {
  return asPng(sharp(picture, { failOn: 'none' }).autoOrient())
}

function asPng(picture: Sharp): Promise<Uint8Array> {
  return picture.png({ compressionLevel: 0 }).toBuffer()
}

/** A picture is shown as often as its file says; Astro would have every GIF go on for ever. */
function looping(config: AstroConfig['image'], loop: number | undefined): AstroConfig['image'] {
  const { service } = config
  const webp = { ...(service.config.webp as object | undefined), loop }
  return { ...config, service: { ...service, config: { ...service.config, webp } } }
}
