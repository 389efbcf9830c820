import { basename, extname, join } from 'node:path'
import { getImage } from 'astro:assets'
import type { BodyImage, ImageFile } from '#domain/article.ts'
import { newsroomFolder } from '#desk/folder.ts'
import type { PictureFile } from '#desk/picture-files.ts'
import { cropOf, type Focus, positionOf } from '#domain/crop.ts'
import { slugify } from '#domain/slug.ts'
import { links } from '#site.ts'

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

/** Of the newsroom's pictures what pages show them by. */
export function withImage<T extends { src: PictureFile }>(
  picture: T | undefined,
): (Omit<T, 'src'> & { src: ImageFile }) | undefined {
  return picture && { ...picture, src: imageFile(picture.src) }
}

/** The same for a picture of a body. */
export function bodyImage({ path, file }: { path: string; file: PictureFile }): BodyImage {
  return { path, file: imageFile(file) }
}

/**
 * What an import of the picture would give. The bundler would read, copy and
 * digest each picture of an archive in each build; of this, Astro asks for the
 * file where it has to be scaled (`stale-pages.ts`), and publishes none as it
 * is, with the place and the camera that a photograph may tell.
 */
function imageFile({ file, digest, width, height, format, frames }: PictureFile): ImageFile {
  const path = join(newsroomFolder().root, file)
  const name = slugify(basename(file, extname(file)))
  const src = import.meta.env.DEV
    ? `/@fs${path}?origWidth=${width}&origHeight=${height}&origFormat=${format}`
    : links.publicFile(`/_astro/${name}.${digest.slice(0, 12)}.${format}`)
  // Hidden, it stays out of the addresses' hashes.
  const image: ImageFile = { src, width, height, format, ...(frames !== undefined && { frames }) }
  return Object.defineProperty(image, 'fsPath', { value: path })
}
