import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Writes `_headers` beside the pages, unless the newsroom's `public/` has one.
 * @param site the folder of the output; absolute
 */
export async function writeGivenHeaders(site: string, headers: string): Promise<void> {
  await writeFile(join(site, '_headers'), headers, { flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
}
