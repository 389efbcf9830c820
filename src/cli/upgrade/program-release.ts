import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM_PACKAGE } from '#program-package.ts'

export { programVersion } from '#program-package.ts'

/** The text of the program's CHANGELOG.md. */
export function changelog(): string {
  return readFileSync(join(PROGRAM_PACKAGE, 'CHANGELOG.md'), 'utf8')
}
