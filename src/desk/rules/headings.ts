import type { Problem } from '../problem.ts'
import { type NewsroomFiles, withBodies } from '../read-newsroom.ts'

/** Headings go down a level at a time, from the title on: screen readers take a jump for a missing part. */
export function checkHeadings(files: NewsroomFiles): Problem[] {
  return withBodies(files).flatMap(({ file, parts }) => {
    let above = 1
    return parts().headings.flatMap(({ depth, line, column }): Problem[] => {
      const isJump = depth > above + 1
      const message = `this heading is ${depth - above} levels below what stands before it. Write ${'#'.repeat(above + 1)} in place of ${'#'.repeat(depth)}.`
      above = depth
      return isJump ? [{ file, line, column, message, severity: 'warning' }] : []
    })
  })
}
