import type { ImageTransform, LocalImageService } from 'astro'
import sharpService from 'astro/assets/services/sharp'
import sharp from 'sharp'
import { cropOf, type Focus, parsePosition } from '#domain/crop.ts'

/**
 * Astro's own image service by sharp, which cuts around the place that
 * `position` names in percent; sharp itself knows edges and corners alone.
 */
const service: LocalImageService = {
  ...sharpService,
  async transform(picture, options, config, logger) {
    const { width, height, position } = options as ImageTransform
    const focus = parsePosition(position)
    if (!focus || !width || !height) return sharpService.transform(picture, options, config, logger)
    const part = await cut(picture, Number(width) / Number(height), focus)
    return sharpService.transform(part, { ...options, position: undefined }, config, logger)
  },
}

export default service

/** The part as PNG without compression, which loses nothing and is soon read again. */
async function cut(picture: Uint8Array, ratio: number, focus: Focus): Promise<Uint8Array> {
  const upright = sharp(picture, { failOn: 'none' }).autoOrient()
  const { autoOrient: size } = await upright.metadata()
  return upright
    .extract(cropOf(size, ratio, focus))
    .png({ compressionLevel: 0 })
    .toBuffer()
}
