import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROGRAM_ROOT } from '#program-root.ts'

/** The folder of the program's package.json and CHANGELOG.md: in the package the one around `lib/`. */
export const PROGRAM_PACKAGE = existsSync(join(PROGRAM_ROOT, 'CHANGELOG.md'))
  ? PROGRAM_ROOT
  : dirname(PROGRAM_ROOT)

/** The version of the program that runs. */
export function programVersion(): string {
  const manifest = JSON.parse(readFileSync(join(PROGRAM_PACKAGE, 'package.json'), 'utf8'))
  return (manifest as { version: string }).version
}
