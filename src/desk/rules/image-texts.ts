import { UNWRITTEN_ALT } from '#markdown/unwritten-alt.ts'
import { imagesOf } from '../named-images.ts'
import type { Problem } from '../problem.ts'
import { type NewsroomFiles, withBodies } from '../read-newsroom.ts'

/** Images of bodies say what they show, or that it is yet to be written; those of front matter must, by the schema. */
export function checkImageTexts(files: NewsroomFiles): Problem[] {
  return withBodies(files).flatMap((source) =>
    imagesOf(source).flatMap(({ path, alt, place }): Problem[] => {
      if (alt?.trim() === UNWRITTEN_ALT) {
        const message = `what the image "${path}" shows is yet to be written: readers who cannot see it are told nothing. Write it in place of the question mark: ![A flooded street](${path}).`
        return [{ file: source.file, ...place(), message, severity: 'warning' }]
      }
      if (alt === undefined || alt.trim() !== '') return []
      const message = `the image "${path}" has no words for those who cannot see it. Say what it shows: ![A flooded street](${path}).`
      return [{ file: source.file, ...place(), message }]
    }),
  )
}
