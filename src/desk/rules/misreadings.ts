import type { Problem } from '../problem.ts'
import { type NewsroomFiles, withBodies } from '../read-newsroom.ts'

/** Markdown of bodies that did not become what it was meant to be: readers would see it as it was typed, or not at all. */
export function checkMisreadings(files: NewsroomFiles): Problem[] {
  return withBodies(files).flatMap(({ file, parts }) =>
    parts().misreadings.map(({ line, column, message }): Problem => {
      return { file, line, column, message, severity: 'warning' }
    }),
  )
}
