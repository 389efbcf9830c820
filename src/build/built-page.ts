import { readFile } from 'node:fs/promises'

/** Where the build puts a page, by its path below the site's base: empty, or with a slash at its end. */
function builtPageFile(outDir: string, path: string): string {
  return `${outDir}/${path}index.html`
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
