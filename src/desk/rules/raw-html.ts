import type { Problem } from '../problem.ts'
import { type NewsroomFiles, withBodies } from '../read-newsroom.ts'

/** Longest piece of it that a message repeats. */
const SHOWN = 40

/** HTML in bodies: none of it works, and readers see the characters it is made of. Told once a line. */
export function checkRawHtml(files: NewsroomFiles): Problem[] {
  return withBodies(files).flatMap(({ file, parts }) => {
    const firstOfLine = new Map(
      parts()
        .html.toReversed()
        .map((piece) => [piece.line, piece]),
    )
    return [...firstOfLine.values()].map(({ text, line, column }): Problem => {
      const [first = ''] = text.trim().split('\n')
      const piece = first.length > SHOWN ? `${first.slice(0, SHOWN)}…` : first
      const message = `HTML is not used here: readers would see ${piece} as it is written. Use Markdown, such as **bold** or [words](/address/).`
      return { file, line, column, message, severity: 'warning' }
    })
  })
}
