import { basename, extname, join } from 'node:path'
import { newsroomFolder } from '#desk/folder.ts'
import type { PictureFile } from '#desk/picture-files.ts'
import type { BodyImage, ImageFile } from '#domain/article.ts'
import { slugify } from '#domain/slug.ts'
import { links } from '#site.ts'

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
