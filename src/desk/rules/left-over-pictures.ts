import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site } from '#domain/site.ts'
import { isTrial, leftOver } from '../left-over.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import { sampleDigest } from '../sample-digest.ts'
import { SAMPLE_FILES } from '../sample-files.ts'

/** Icons, logo and card are the outlet's own. */
export async function checkLeftOverPictures({ folder }: NewsroomFiles, site: Site): Promise<Problem[]> {
  if (isTrial(site)) return []
  const pictures = Object.entries(SAMPLE_FILES).filter(([file]) => file.startsWith('public/'))
  const found = pictures.map(async ([file, digest]): Promise<Problem[]> => {
    const bytes = await readFile(join(folder.root, file)).catch(() => undefined)
    if (!bytes || sampleDigest(bytes) !== digest) return []
    const message =
      'This picture is the sample’s. Put your own in its place, or delete it: icons and logo are drawn from the outlet’s name where there are none.'
    return [leftOver('left-over-picture', { file, line: 1, column: 1 }, message, 'picture')]
  })
  return (await Promise.all(found)).flat()
}
