import { readFile, realpath, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import sharp from 'sharp'
import { contentDigest } from '#cache/content-digest.ts'
import { isMovingFormat } from '#domain/moving-picture.ts'
import { sameCase } from './aliases.ts'
import { isWholeGif } from './whole-gif.ts'
import { isPictureFormat, type DecodedPicture, type PictureCache } from './picture-cache.ts'

/** Pixels, of all frames together, beyond which decoding one picture could take a small machine's memory. */
const MOST_PIXELS = 100_000_000
/** Bytes beyond which a file is too large for a news photograph. */
const LARGEST = 50_000_000

/**
 * A decoded picture with its digest and its size in bytes, or what is wrong with the
 * file: it is `gone`, or `message` is the rest of a sentence about it that says how to mend it.
 */
export type Judged =
  { picture: DecodedPicture; digest: string; bytes: number } | { gone: true } | { message: string }

/**
 * @param file below `root`
 * @param realRoot `root` without links
 */
export async function judgePicture(
  file: string,
  root: string,
  realRoot: string,
  cache: PictureCache,
): Promise<Judged> {
  try {
    if (!(await isOwn(file, root, realRoot)))
      return { message: 'is a link to another file. Put the picture itself here.' }
  } catch (error) {
    return faultOf(error)
  }
  return judgeFile(file, cache)
}

/** The same for a file that may lie anywhere. */
export async function judgeFile(file: string, cache?: PictureCache): Promise<Judged> {
  try {
    const found = await stat(file)
    // Reading a pipe would block until somebody writes to it.
    if (!found.isFile()) return { message: 'is no file. Put the picture itself here.' }
    if (found.size > LARGEST)
      return { message: `is larger than ${LARGEST / 1e6} MB. Save it smaller: 1 MB is plenty.` }
    const knownDigest = cache?.digestOfFile(found) ?? ''
    const known = cache?.get(knownDigest)
    if (known) return { picture: known, digest: knownDigest, bytes: found.size }
    const bytes = await readFile(file)
    const digest = contentDigest(bytes)
    const sameBytes = cache?.get(digest)
    const picture = sameBytes ?? (await decode(bytes))
    if ('message' in picture) return picture
    if (!sameBytes) cache?.add(digest, picture)
    cache?.addFile(found, digest)
    return { picture, digest, bytes: found.size }
  } catch (error) {
    return faultOf(error)
  }
}

const UNREADABLE = { message: 'cannot be read as a picture. Save it again as JPEG, PNG, WebP or AVIF.' }

function faultOf(error: unknown): Judged {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR' ? { gone: true } : UNREADABLE
}

/** Whether no step from the newsroom's folder to a file is a link. */
async function isOwn(file: string, root: string, realRoot: string): Promise<boolean> {
  // A file system that ignores case returns the name as it is stored.
  return sameCase(await realpath(file)) === sameCase(join(realRoot, relative(root, file)))
}

/** Reads every pixel of every frame, as a truncated picture still has a valid header. */
async function decode(bytes: Buffer): Promise<DecodedPicture | { message: string }> {
  const { format, compression, autoOrient, orientation, pages } = await sharp(bytes, {
    limitInputPixels: false,
  }).metadata()
  const { width, height } = autoOrient
  // AVIF and the HEIC of telephones share a container, and HEIC cannot be decoded everywhere.
  const kind = format === 'heif' ? (compression === 'av1' ? 'avif' : 'heic') : format
  if (!isPictureFormat(kind))
    return {
      message: `is ${kind.toUpperCase()}, whatever its name. Save it as JPEG, PNG, WebP or AVIF.`,
    }
  const frames = isMovingFormat(kind) ? (pages ?? 1) : 1
  if (width * height > MOST_PIXELS)
    return { message: `has ${width} by ${height} pixels. Make it smaller: 2,400 by 1,600 is plenty.` }
  if (frames * width * height > MOST_PIXELS)
    return {
      message: `has ${frames} frames of ${width} by ${height} pixels. Make it shorter or smaller, or a video.`,
    }
  if (frames > 1 && orientation !== undefined && orientation > 1)
    return { message: 'moves, and lies on its side. Turn it upright and save it again.' }
  if (kind === 'gif' && !isWholeGif(bytes)) return UNREADABLE
  await sharp(bytes, { failOn: 'truncated', limitInputPixels: MOST_PIXELS, animated: frames > 1 })
    .resize(16, 16, { kernel: 'nearest', fit: 'fill' })
    .raw()
    .toBuffer()
  return { width, height, format: kind, ...(frames > 1 && { frames }) }
}
