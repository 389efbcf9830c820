import { SettingsError } from '#domain/setting-faults.ts'
import { welcomeNewsroom } from '#guests.ts'
import { pathFrom } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { loadModule } from './load-module.ts'
import { NewsroomError } from './problem.ts'
import { settingPlaces } from './setting-places.ts'

/**
 * What a file of settings exports by default, as `parse` makes it.
 * @param path absolute, below `root`, the newsroom's folder
 * @param parse gets the file's path from there too, and throws a SettingsError with every bad key
 * @throws NewsroomError with every bad key at its place, or why the file cannot be loaded
 */
export async function readConfig<Settings>(
  root: string,
  path: string,
  parse: (input: unknown, file: string) => Settings | Promise<Settings>,
): Promise<Settings> {
  const fault = await faultOnTheWay(root, path, 'file')
  if (fault) throw new NewsroomError([fault])
  welcomeNewsroom(root)
  const file = pathFrom(root, path)
  try {
    return await parse(await loadModule(path, file, 'settings'), file)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const { placeOf } = await settingPlaces(path)
    throw new NewsroomError(error.faults.map(({ path, message }) => ({ file, ...placeOf(path), message })))
  }
}
