import type { Problem } from '../problem.ts'
import { type NewsroomFiles, withBodies } from '../read-newsroom.ts'

/**
 * Articles and pages hold a text; a draft may yet be empty, and a withdrawn article for good. Of live coverage the entries
 * are the text, and of an entry its title or its picture may be.
 */
export function checkEmptyBodies(files: NewsroomFiles): Problem[] {
  return withBodies(files).flatMap(({ file, data, body, bodyLine, entryOf }) => {
    const isElsewhere = data.live || (entryOf !== undefined && (data.title || data.image))
    if (data.draft === true || data.withdrawn || isElsewhere) return []
    if (body.replace(/<!--[\s\S]*?(-->|$)/g, '').trim() !== '') return []
    const message = file.startsWith('articles/')
      ? 'there is no text below the front matter. Write it, or keep the article back with "draft: true".'
      : 'there is no text below the front matter. Write it, or take the file out.'
    return [{ file, line: bodyLine, column: 1, message }]
  })
}
