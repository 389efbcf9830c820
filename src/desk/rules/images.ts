import { realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { pathFrom } from '../folder.ts'
import { judgePicture } from '../judge-picture.ts'
import { imagesOf, type NamedImage } from '../named-images.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import { WholePictures } from '../whole-pictures.ts'

/** Pixels: search engines want at least as many for a lead picture, and wide screens show them. */
const LEAD_WIDTH = 1200
const BATCH = 16

type Fault = Pick<Problem, 'message' | 'severity'>

/** Images that front matter and bodies name: there, in the newsroom, really images, and a lead picture wide enough. */
export async function checkImages({ folder, sources }: NewsroomFiles): Promise<Problem[]> {
  const named = [...sources.articles, ...sources.authors, ...sources.series, ...sources.pages].flatMap(
    imagesOf,
  )
  const realRoot = await realpath(folder.root)
  const whole = await WholePictures.of(folder.root)
  const problems: Problem[] = []
  for (let start = 0; start < named.length; start += BATCH) {
    const batch = named.slice(start, start + BATCH)
    const faults = await Promise.all(batch.map((image) => judge(image, folder.root, realRoot, whole)))
    for (const [i, { source, place }] of batch.entries()) {
      const found = faults[i]
      if (found) problems.push({ file: source.file, ...place(), ...found })
    }
  }
  await whole.save()
  return problems
}

async function judge(
  { source, path, field }: NamedImage,
  root: string,
  realRoot: string,
  whole: WholePictures,
): Promise<Fault | undefined> {
  const file = join(root, dirname(source.file), path)
  const name = path === '' ? 'an image' : `the image "${path}"`
  const unfit = judgePath(path) ?? (file.startsWith(root + sep) ? undefined : LEAVES)
  if (unfit !== undefined) return { message: `${name} ${unfit}` }
  const judged = await judgePicture(file, root, realRoot, whole)
  if ('gone' in judged)
    return { message: `${name} is not there. It is looked for at ${pathFrom(root, file)}.` }
  if ('message' in judged) return { message: `${name} ${judged.message}` }
  const { width } = judged.picture
  const isLead = field === 'image' && source.file.startsWith('articles/')
  if (!isLead || width >= LEAD_WIDTH) return undefined
  return {
    message: `${name} is ${width} pixels wide. Use one of ${LEAD_WIDTH.toLocaleString('en')} or more: it stands at the head of the article.`,
    severity: 'warning',
  }
}

const LEAVES = 'lies outside the newsroom. Copy it beside this file.'

/** What is wrong with a path before anything is looked for, or undefined. */
function judgePath(path: string): string | undefined {
  if (path === '') return 'names no file. Write it as ![What it shows](./photo.jpg), or take it out.'
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path))
    return 'lies on another site. Save it beside this file and name it as ./photo.jpg.'
  if (path.startsWith('/')) return 'must lie beside this file: name it as ./photo.jpg.'
  if (path.includes('?'))
    return 'has a question mark in its name. Rename the file with letters, digits and hyphens.'
  return undefined
}
