import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

/** Articles and pages hold a text; a draft may yet be empty, and a withdrawn article for good. */
export function checkEmptyBodies({ sources }: NewsroomFiles): Problem[] {
  return [...sources.articles, ...sources.pages].flatMap(({ file, data, body, bodyLine }) => {
    if (data.draft === true || data.withdrawn || body.replace(/<!--[\s\S]*?(-->|$)/g, '').trim() !== '')
      return []
    const message = file.startsWith('articles/')
      ? 'there is no text below the front matter. Write it, or keep the article back with "draft: true".'
      : 'there is no text below the front matter. Write it, or take the file out.'
    return [{ file, line: bodyLine, column: 1, message }]
  })
}
