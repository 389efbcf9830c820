import { readFile } from 'node:fs/promises'

/** The HTML of a built page, by its path below the site's base, which is empty or ends with a slash; undefined where there is none. */
export async function readBuiltPage(outDir: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(`${outDir}/${path}index.html`, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
