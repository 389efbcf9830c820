import type { Problem } from '../problem.ts'
import { type NewsroomFiles, withBodies } from '../read-newsroom.ts'
import { placeAt } from '#markdown/place.ts'

// What XML 1.0 forbids, so that no feed could hold it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Invisible characters in bodies, reported once a line. The schema judges those of front matter. */
export function checkControlCharacters(files: NewsroomFiles): Problem[] {
  return withBodies(files).flatMap(({ file, body, bodyLine }) => {
    const problems = new Map<number, Problem>()
    for (const { 0: sign, index } of body.matchAll(FORBIDDEN)) {
      const { line, column } = placeAt(body, index)
      const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      const message = `there is a control character here, U+${code}, which nobody can see. Delete it, or type the words again.`
      if (!problems.has(line)) problems.set(line, { file, line: bodyLine + line - 1, column, message })
    }
    return [...problems.values()]
  })
}
