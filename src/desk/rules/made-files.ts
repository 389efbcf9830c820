import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site } from '#domain/site.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

/** Files that the config asks for are not in `public/` as well: one of the two would be lost. */
export async function checkMadeFiles({ folder }: NewsroomFiles, site: Site): Promise<Problem[]> {
  const made = [
    ...(site.ads.sellers.length > 0 ? [{ file: 'ads.txt', setting: 'ads.sellers' }] : []),
    ...(site.security ? [{ file: '.well-known/security.txt', setting: 'security' }] : []),
  ]
  const found = made.map(async ({ file, setting }): Promise<Problem[]> => {
    if (!(await isThere(join(folder.publicFiles, file)))) return []
    const message = `"${setting}" in src/site.config.ts makes this file. Take one of the two out.`
    return [{ file: `public/${file}`, line: 1, column: 1, message }]
  })
  return (await Promise.all(found)).flat()
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
