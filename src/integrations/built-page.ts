import { readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** Where the build puts a page, by its path below the site's base. */
export function builtPageFile(outDir: string, path: string): string {
  return join(outDir, decodeURI(path), 'index.html')
}

/** Of such a file, that path. */
export function builtPagePath(outDir: string, file: string): string {
  return encodeURI(`${relative(outDir, dirname(file)).split(sep).join('/')}/`).replace(/^\/$/, '')
}

/** The HTML of a page that the build has made, by its path below the site's base; undefined where there is none. */
export async function readBuiltPage(outDir: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(builtPageFile(outDir, path), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
