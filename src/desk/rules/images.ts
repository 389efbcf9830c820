import { realpath } from 'node:fs/promises'
import { dirname, join, posix, sep } from 'node:path'
import { pathFrom } from '../folder.ts'
import { judgePicture } from '../judge-picture.ts'
import { MeantPictures } from '../meant-picture.ts'
import { imagesOf, type NamedImage } from '../named-images.ts'
import type { Problem } from '../problem.ts'
import { type NewsroomFiles, withBodies } from '../read-newsroom.ts'
import { PictureCache } from '../picture-cache.ts'

/** Pixels: search engines want at least as many for a lead picture, and wide screens show them. */
const LEAD_WIDTH = 1200
/** Bytes of a picture that moves, beyond which a video of the same is much smaller. */
const LARGE_MOVING = 2_000_000
const BATCH = 16

type Fault = Pick<Problem, 'message' | 'severity' | 'cause'>

/** What a picture is judged by. */
interface Among {
  root: string
  /** Without links. */
  realRoot: string
  cache: PictureCache
  meant: MeantPictures
}

/** Images that front matter and bodies name: there, in the newsroom, really images, and a lead picture wide enough. */
export async function checkImages(files: NewsroomFiles): Promise<Problem[]> {
  const { folder, sources } = files
  const named = [...withBodies(files), ...sources.authors, ...sources.series].flatMap(imagesOf)
  const realRoot = await realpath(folder.root)
  const cache = new PictureCache(folder.root)
  const among: Among = { root: folder.root, realRoot, cache, meant: new MeantPictures(folder.root) }
  const problems: Problem[] = []
  for (let start = 0; start < named.length; start += BATCH) {
    const batch = named.slice(start, start + BATCH)
    const faults = await Promise.all(batch.map((image) => judge(image, among)))
    for (const [i, { source, place }] of batch.entries()) {
      const found = faults[i]
      if (found) problems.push({ file: source.file, ...place(), ...found })
    }
  }
  cache.save()
  return problems
}

async function judge(image: NamedImage, among: Among): Promise<Fault | undefined> {
  const { source, path, field } = image
  const { root, realRoot, cache } = among
  const file = join(root, dirname(source.file), path)
  const name = path === '' ? 'an image' : `the image "${path}"`
  const unfit = judgePath(path) ?? (file.startsWith(root + sep) ? undefined : LEAVES)
  if (unfit !== undefined) return { message: `${name} ${unfit}` }
  const judged = await judgePicture(file, root, realRoot, cache)
  if ('gone' in judged)
    return { message: `${name} is not there. ${await mendGone(image, among)}`, cause: `picture ${file}` }
  if ('message' in judged) return { message: `${name} ${judged.message}` }
  const { width, frames = 1 } = judged.picture
  if (frames > 1 && judged.bytes > LARGE_MOVING) {
    const size = `${(judged.bytes / 1e6).toFixed(1)} MB`
    return {
      message: `${name} moves and has ${size}. A video would be much smaller: put it on a video site, and its link on a line of its own.`,
      severity: 'warning',
    }
  }
  const isLead = field === 'image' && source.file.startsWith('articles/') && source.entryOf === undefined
  if (!isLead || width >= LEAD_WIDTH) return undefined
  return {
    message: `${name} is ${width} pixels wide. Use one of ${LEAD_WIDTH.toLocaleString('en')} or more: it stands at the head of the article.`,
    severity: 'warning',
  }
}

/** Where to look, or what was meant: a file of that name, or almost. */
async function mendGone({ source, path, field }: NamedImage, { root, meant }: Among): Promise<string> {
  const folder = posix.dirname(source.file)
  const better = await meant.find(path, folder)
  if (better === undefined) return `It is looked for at ${pathFrom(root, join(root, folder, path))}.`
  const isInBody = field === undefined
  // In a body an escape is read as the sign that it stands for, so that no way leads to such a name.
  if (isInBody && better.includes('%')) return `Rename "${better}", with letters, digits and hyphens.`
  const written = isInBody && /[\s()<>]/.test(better) ? `(<${better}>)` : `"${better}"`
  const looksSame = better !== path && better.normalize('NFC') === path.normalize('NFC')
  return looksSame
    ? `Did you mean ${written}? It looks the same, but its letters are composed otherwise: copy the name from the file, or rename both with plain letters.`
    : `Did you mean ${written}?`
}

const LEAVES = 'lies outside the newsroom. Copy it beside this file.'

/** What is wrong with a path before anything is looked for, or undefined. */
function judgePath(path: string): string | undefined {
  if (path === '') return 'names no file. Write it as ![What it shows](./photo.jpg), or take it out.'
  if (/^[a-z]:[\\/]|^file:/i.test(path))
    return 'is named by its path on one computer. Save it beside this file and name it as ./photo.jpg.'
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path))
    return 'lies on another site. Save it beside this file and name it as ./photo.jpg.'
  if (path.startsWith('/')) return 'must lie beside this file: name it as ./photo.jpg.'
  if (path.includes('?'))
    return 'has a question mark in its name. Rename the file with letters, digits and hyphens.'
  return undefined
}
