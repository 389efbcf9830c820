import type { Problem } from '../problem.ts'
import { type NewsroomFiles, withBodies } from '../read-newsroom.ts'

/** Letters from which on a title of capitals is more than a few abbreviations. */
const FEWEST = 12

/** Titles that shout: they are hard to read, and screen readers may spell them out. */
export function checkTitles(files: NewsroomFiles): Problem[] {
  return withBodies(files).flatMap((source): Problem[] => {
    const { title } = source.data
    if (typeof title !== 'string' || !isShouted(title)) return []
    const message = '"title" is all capitals. Write it as a sentence.'
    return [{ file: source.file, ...source.placeOf(['title']), message, severity: 'warning' }]
  })
}

function isShouted(title: string): boolean {
  const capitals = title.match(/\p{Lu}/gu)?.length ?? 0
  return capitals >= FEWEST && !/\p{Ll}/u.test(title)
}
