import { imagesOf } from '../named-images.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

/** Images of bodies say what they show; those of front matter must, by the schema. */
export function checkImageTexts({ sources }: NewsroomFiles): Problem[] {
  return [...sources.articles, ...sources.pages].flatMap((source) =>
    imagesOf(source).flatMap(({ path, alt, place }) => {
      if (alt === undefined || alt.trim() !== '') return []
      const message = `the image "${path}" has no words for those who cannot see it. Say what it shows: ![A flooded street](${path}).`
      return [{ file: source.file, ...place(), message }]
    }),
  )
}
