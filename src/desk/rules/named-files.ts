import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type NamedFile, namedFiles } from '#domain/named-files.ts'
import type { Site } from '#domain/site.ts'
import { PROGRAM_ROOT } from '#program-root.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import { settingPlaces } from '../setting-places.ts'

/** The program's own `public/`, wherever a command is started. */
const PROGRAMS_FILES = join(PROGRAM_ROOT, 'public')

/** Files that the config names are in `public/`: in the newsroom's, or in the program's, which a build copies too. */
export async function checkNamedFiles({ folder }: NewsroomFiles, site: Site): Promise<Problem[]> {
  const folders = [folder.publicFiles, PROGRAMS_FILES]
  const isThere = async ({ file }: NamedFile) =>
    (await Promise.all(folders.map((folder) => isFile(join(folder, decodeURI(file)))))).includes(true)
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
