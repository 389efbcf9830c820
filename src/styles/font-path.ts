import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { nearest } from '#domain/nearest.ts'
import { PROGRAM_ROOT } from '#program-root.ts'

/** The name of a package, and a path in it. */
const IN_PACKAGE = /^(@[^/]+\/[^/]+|[^/]+)\/(.+)$/

/**
 * Where a file of a font lies, absolute.
 * @param file as a theme names it: `./` from `src/`, `/` from `public/`, else from a package of the outlet or the program
 * @param outlet its folder
 * @throws Error that says how to mend it, for a file or a package that is not there
 */
export function fontPath(file: string, outlet: string): string {
  if (isOutlets(file)) return fileOf(join(outlet, outletsPath(file)), outletsPath(file))
  const [, name = file, path = ''] = IN_PACKAGE.exec(file) ?? []
  const folder = packageFolder(name, [outlet, PROGRAM_ROOT])
  if (!folder) throw new Error(`the package "${name}" is not installed: npm install ${name}`)
  return fileOf(join(folder, path), `${path} in the package "${name}"`)
}

/** Whether a file of a theme is the outlet's own, and not a package's. */
export function isOutlets(file: string): boolean {
  return /^\.?\//.test(file)
}

/** The path from the outlet's folder of a file of its own. */
export function outletsPath(file: string): string {
  return file.startsWith('/') ? `public${file}` : `src${file.slice(1)}`
}

function fileOf(path: string, named: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path
  const folder = dirname(path)
  const known = existsSync(folder) ? nearest(path.slice(folder.length + 1), readdirSync(folder)) : undefined
  throw new Error(`there is no file ${named}.${known ? ` Did you mean "${known}"?` : ''}`)
}

function packageFolder(name: string, roots: readonly string[]): string | undefined {
  return roots
    .flatMap((root) => createRequire(join(root, 'package.json')).resolve.paths(name) ?? [])
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(folder))
}
