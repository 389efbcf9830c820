import { basename, extname, join } from 'node:path'
import { newsroomFolder } from '#desk/folder.ts'
import type { PictureFile } from '#desk/picture-files.ts'
import type { BodyImage, ImageFile } from '#domain/article.ts'
import { slugify } from '#domain/slug.ts'
import { links } from '#site.ts'

/** A picture of the newsroom as pages refer to it. */
export function withImage<T extends { src: PictureFile }>(
  picture: T | undefined,
): (Omit<T, 'src'> & { src: ImageFile }) | undefined {
  return picture && { ...picture, src: imageFile(picture.src) }
}

/** The same for a picture in a body. */
export function bodyImage({ path, file }: { path: string; file: PictureFile }): BodyImage {
  return { path, file: imageFile(file) }
}

/**
 * The same object that an import of the picture would give. With imports, the
 * bundler would read, copy and digest every picture of an archive in every build.
 * Astro reads the file of this object only where it has to scale it, and never
 * publishes the original, which may say where a photograph was taken.
 */
function imageFile({ file, digest, width, height, format, frames }: PictureFile): ImageFile {
  const path = join(newsroomFolder().root, file)
  const name = slugify(basename(file, extname(file)))
  const src = import.meta.env.DEV
    ? `/@fs${path}?origWidth=${width}&origHeight=${height}&origFormat=${format}`
    : links.publicFile(`/_astro/${name}.${digest.slice(0, 12)}.${format}`)
  // Not enumerable, as Astro makes hashes of the other properties for the addresses of pictures.
  const image: ImageFile = { src, width, height, format, ...(frames !== undefined && { frames }) }
  return Object.defineProperty(image, 'fsPath', { value: path })
}
