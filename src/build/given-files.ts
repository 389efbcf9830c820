import { existsSync } from 'node:fs'
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files of a site that neither a page nor the newsroom makes. */
export interface GivenFiles {
  /** The starter's `public/`, absolute: a newsroom with a `public/` of its own gets those icons and logos that it has not replaced. */
  starter: string
  /** The text of `_headers`, unless the newsroom's `public/` has one. */
  headers: string
}

/** Puts the given files beside the pages. @param site the folder of the output; absolute */
export async function writeGivenFiles(site: string, { starter, headers }: GivenFiles): Promise<void> {
  // The package has none.
  if (existsSync(starter)) await cp(starter, site, { recursive: true, force: false })
  await writeFile(join(site, '_headers'), headers, { flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
}
