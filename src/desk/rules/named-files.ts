import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isIconFile } from '#domain/icon-files.ts'
import { type NamedFile, namedFiles } from '#domain/named-files.ts'
import type { Site } from '#domain/site.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import { settingPlaces } from '../setting-places.ts'

/** Files that the config names are in `public/`, or among those that are drawn where it lacks them. */
export async function checkNamedFiles({ folder }: NewsroomFiles, site: Site): Promise<Problem[]> {
  const isThere = async ({ file }: NamedFile) =>
    isIconFile(file.slice(1)) || (await isFile(join(folder.publicFiles, decodeURI(file))))
  const named = namedFiles(site)
  const present = await Promise.all(named.map(isThere))
  const missing = named.filter((_, i) => !present[i])
  if (missing.length === 0) return []
  const { placeOf } = await settingPlaces(folder.siteConfig)
  return missing.map(({ setting, file }) => ({
    file: 'src/site.config.ts',
    ...placeOf(setting),
    message: `${setting.join('.')}: there is no file public${decodeURI(file)}. Put it there, or name another.`,
  }))
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
