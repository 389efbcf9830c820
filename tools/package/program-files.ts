import { globSync } from 'node:fs'
import { sep } from 'node:path'

/** What lies in `src/` and is of the sample outlet alone, or of the program's tests. */
const OUTLETS = /^(?:content\/|overrides\/|texts\/|site\.config\.ts$|theme\.ts$)|\.test\.ts$/

/** The files of the program: paths from its `src/`, with slashes, in order. */
export function programFiles(src: string): string[] {
  return globSync('**/*', { cwd: src, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      `${entry.parentPath}/${entry.name}`
        .split(sep)
        .join('/')
        .slice(src.length + 1),
    )
    .filter((file) => !OUTLETS.test(file))
    .sort()
}
