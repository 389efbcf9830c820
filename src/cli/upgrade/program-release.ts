import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROGRAM_ROOT } from '#program-root.ts'

/** The folder of the program's package.json and CHANGELOG.md: in the package the one around `lib/`. */
const PACKAGE = existsSync(join(PROGRAM_ROOT, 'CHANGELOG.md')) ? PROGRAM_ROOT : dirname(PROGRAM_ROOT)

/** The version of the program that runs. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version
}

/** The text of the program's CHANGELOG.md. */
export function changelog(): string {
  return readFileSync(join(PACKAGE, 'CHANGELOG.md'), 'utf8')
}
