import type { AstroConfig, ImageTransform, LocalImageService } from 'astro'
import sharpService from 'astro/assets/services/sharp'
import sharp, { type Sharp } from 'sharp'
import { cropOf, type Focus, parsePosition } from '#domain/crop.ts'
import { isMovingFormat } from '#domain/moving-picture.ts'

/** The colour behind a transparent picture in a format that has no transparency. */
const PAPER = '#ffffff'
const OPAQUE = ['jpeg', 'jpg']

/**
 * Astro's own image service, which uses sharp, with three differences. It crops
 * around the place that `position` names in percent, where sharp knows only edges
 * and corners. In a format without transparency the picture has a white
 * background. In a format without movement it is the first frame, where Astro would
 * stack all frames.
 */
const service: LocalImageService = {
  ...sharpService,
  async validateOptions(options, config, logger) {
    const valid = (await sharpService.validateOptions?.(options, config, logger)) ?? options
    if (!OPAQUE.includes(String(valid.format))) return valid
    // The background is an option, as Astro derives the file's name from the options.
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

/** The cropped part as PNG without compression, which loses nothing and is fast to read. */
async function cut(picture: Uint8Array, ratio: number, focus: Focus): Promise<Uint8Array> {
  const upright = sharp(picture, { failOn: 'none' }).autoOrient()
  const { autoOrient: size } = await upright.metadata()
  return asPng(upright.extract(cropOf(size, ratio, focus)))
}

/** The first frame of a whole picture, in the same format. */
function firstFrame(picture: Uint8Array): Promise<Uint8Array> {
  return asPng(sharp(picture, { failOn: 'none' }).autoOrient())
}

function asPng(picture: Sharp): Promise<Uint8Array> {
  return picture.png({ compressionLevel: 0 }).toBuffer()
}

/** Settings with which an animation repeats as often as its file says; Astro's repeat every GIF for ever. */
function looping(config: AstroConfig['image'], loop: number | undefined): AstroConfig['image'] {
  const { service } = config
  const webp = { ...(service.config.webp as object | undefined), loop }
  return { ...config, service: { ...service, config: { ...service.config, webp } } }
}
