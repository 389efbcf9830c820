import { lstat, realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { findImages } from '#markdown/find-images.ts'
import { pathFrom } from '../folder.ts'
import { pictureFault } from '../picture-fault.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import type { Place, Source } from '../source.ts'

const BATCH = 16

interface NamedImage {
  source: Source
  path: string
  place: Place
}

/** Images that front matter and bodies name: there, in the newsroom, and really images. */
export async function checkImages({ folder, sources }: NewsroomFiles): Promise<Problem[]> {
  const named = [...sources.articles, ...sources.authors, ...sources.series, ...sources.pages].flatMap(
    imagesOf,
  )
  const root = await realpath(folder.root)
  const problems: Problem[] = []
  for (let start = 0; start < named.length; start += BATCH) {
    const judged = await Promise.all(
      named
        .slice(start, start + BATCH)
        .map(async (image) => ({ image, message: await judge(image, folder.root, root) })),
    )
    for (const { image, message } of judged) {
      if (message) problems.push({ file: image.source.file, ...image.place, message })
    }
  }
  return problems
}

function imagesOf(source: Source): NamedImage[] {
  const inFields = ['image', 'photo'].flatMap((field) => {
    const path = (source.data[field] as { src?: unknown } | null | undefined)?.src
    return typeof path === 'string' ? [{ source, path, place: source.placeOf([field, 'src']) }] : []
  })
  const inBody = findImages(source.body).map(({ path, line, column }) => ({
    source,
    path,
    place: { line: source.bodyLine + line - 1, column },
  }))
  return [...inFields, ...inBody]
}

/** What is wrong with an image, or undefined. */
async function judge(
  { source, path }: NamedImage,
  root: string,
  realRoot: string,
): Promise<string | undefined> {
  if (path === '') return 'an image names no file. Write it as ![What it shows](./photo.jpg), or take it out.'
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) {
    return `the image "${path}" lies on another site. Save it beside this file and name it as ./photo.jpg.`
  }
  if (path.startsWith('/')) return `the image "${path}" must lie beside this file: name it as ./photo.jpg.`
  if (path.includes('?'))
    return `the image "${path}" has a question mark in its name. Rename the file with letters, digits and hyphens.`
  const file = join(root, dirname(source.file), path)
  if (!file.startsWith(root + sep))
    return `the image "${path}" lies outside the newsroom. Copy it beside this file.`
  try {
    if ((await lstat(file)).isSymbolicLink() || !(await realpath(file)).startsWith(realRoot + sep)) {
      return `the image "${path}" is a link to another file. Put the picture itself here.`
    }
    const fault = await pictureFault(file)
    return fault && `the image "${path}" ${fault}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return `the image "${path}" is not there. It is looked for at ${pathFrom(root, file)}.`
    }
    throw error
  }
}
