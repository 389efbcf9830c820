import { getImage } from 'astro:assets'
import type { BodyImage, ImageFile } from '#domain/article.ts'
import { cropOf, type Focus, positionOf } from '#domain/crop.ts'

/** Pixels in width, of pictures in feeds, whose readers choose among no sizes. */
export const FEED_IMAGE_WIDTH = 1200
const BODY_WIDTHS = [480, 960, 1440]
const BODY_SIZES = '(min-width: 48rem) 40rem, 100vw'

/** A picture at one size: path, and size in pixels. */
export interface ScaledPicture {
  src: string
  width: number
  height: number
}

/** A picture at most `maxWidth` pixels wide, in its own proportions. */
export async function scaled(file: ImageFile, maxWidth: number, format?: 'jpeg'): Promise<ScaledPicture> {
  const width = Math.min(maxWidth, file.width)
  const { src } = await getImage({ src: file, width, ...(format && { format }) })
  return { src, width, height: Math.round((file.height * width) / file.width) }
}

/** A picture at most `maxWidth` pixels wide and cut to a proportion of width to height, around its focus, as JPEG. */
export async function cropped(
  { src: file, focus }: { src: ImageFile; focus?: Focus | undefined },
  ratio: number,
  maxWidth: number,
): Promise<ScaledPicture> {
  const width = Math.min(maxWidth, cropOf(file, ratio).width)
  const size = { width, height: Math.round(width / ratio) }
  const position = focus && { position: positionOf(focus) }
  const { src } = await getImage({ src: file, ...size, ...position, fit: 'cover', format: 'jpeg' })
  return { src, ...size }
}

/** A picture of an article's body, in several sizes for the browser to choose from. */
export async function responsive(file: ImageFile) {
  const widths = [...new Set(BODY_WIDTHS.map((width) => Math.min(width, file.width)))]
  const { src, srcSet } = await getImage({ src: file, widths, sizes: BODY_SIZES })
  return { src, srcset: srcSet.attribute, sizes: BODY_SIZES, width: file.width, height: file.height }
}

/**
 * A picture as plain data. Astro's own object counts each look at one of its
 * fields as a use of the original file, and then publishes that too, with the
 * place and the camera that a photograph may tell.
 */
export function detached<T extends { src: ImageFile }>(picture: T | undefined): T | undefined {
  return picture && { ...picture, src: plain(picture.src) }
}

/** The same for a picture of a body. */
export function detachedFile({ path, file }: BodyImage): BodyImage {
  return { path, file: plain(file) }
}

function plain(image: ImageFile & { clone?: ImageFile; fsPath?: string }): ImageFile {
  const copy = image.clone
  // Astro finds the file to take out again by this; hidden, it stays out of the addresses' hashes.
  return copy ? Object.defineProperty(copy, 'fsPath', { value: image.fsPath }) : image
}
