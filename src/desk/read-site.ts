import { parseSite, SettingsError, type Site } from '#domain/site.ts'
import { welcomeNewsroom } from '#guests.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { loadModule } from './load-module.ts'
import { NewsroomError } from './problem.ts'
import { settingPlaces } from './setting-places.ts'

/**
 * A newsroom's config, checked.
 * @throws NewsroomError with every bad key at its place, or why it cannot be loaded
 */
export async function readSite({ root, siteConfig }: NewsroomFolder): Promise<Site> {
  const fault = await faultOnTheWay(root, siteConfig, 'file')
  if (fault) throw new NewsroomError([fault])
  welcomeNewsroom(root)
  const file = pathFrom(root, siteConfig)
  try {
    return parseSite(await loadModule(siteConfig, file, 'settings'), file)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const { placeOf } = await settingPlaces(siteConfig)
    throw new NewsroomError(error.faults.map(({ path, message }) => ({ file, ...placeOf(path), message })))
  }
}
