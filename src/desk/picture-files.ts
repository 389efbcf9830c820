import { join, posix } from 'node:path'
import { judgeFile } from './judge-picture.ts'
import { imagesOf } from './named-images.ts'
import { NewsroomError } from './problem.ts'
import type { Source } from './source.ts'
import type { DecodedPicture, PictureCache } from './picture-cache.ts'

/** What pages must know of a picture. The file itself is read only where it is scaled. */
export interface PictureFile extends DecodedPicture {
  /** From the newsroom's folder, with slashes. */
  file: string
  /** Of its bytes, as `contentDigest` tells. */
  digest: string
}

/**
 * The pictures that a source file names, by the paths in that file.
 * @param root the newsroom's folder
 * @throws NewsroomError when a picture has changed since the desk judged it
 */
export async function picturesOf(
  source: Source,
  root: string,
  cache: PictureCache,
): Promise<Map<string, PictureFile>> {
  const pictures = new Map<string, PictureFile>()
  for (const { path, place } of imagesOf(source)) {
    const file = posix.join(posix.dirname(source.file), path)
    const judged = await judgeFile(join(root, file), cache)
    if (!('picture' in judged)) {
      const message = `the image "${path}" was changed while it was read. Build again.`
      throw new NewsroomError([{ file: source.file, ...place(), message }])
    }
    pictures.set(path, { file, digest: judged.digest, ...judged.picture })
  }
  return pictures
}

/** Fields with the picture of one of them in place of its path. */
export function withPicture(
  data: Record<string, unknown>,
  field: string,
  pictures: ReadonlyMap<string, PictureFile>,
): Record<string, unknown> {
  const image = data[field] as { src: string } | undefined
  return image ? { ...data, [field]: { ...image, src: pictures.get(image.src) } } : data
}
