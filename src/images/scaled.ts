import { getImage } from 'astro:assets'
import type { ImageFile } from '#domain/article.ts'
import { cropOf, type Focus, positionOf } from '#domain/crop.ts'

/** Pixels: the width of pictures in feeds and in Markdown, which offer no choice of sizes. */
export const WIDTH_ELSEWHERE = 1200
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
