import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Site } from '#domain/site.ts'
import { PROGRAM_PACKAGE } from '#program-package.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import { settingPlaces } from '../setting-places.ts'

/** Large, and so installed by outlets with a web desk alone. */
const PACKAGE = '@sveltia/cms'

/** The package of the web desk is installed where the config asks for the desk. */
export function checkWebDeskPackage(files: NewsroomFiles, site: Site): Promise<Problem[]> {
  return missingPackage(files, site, import.meta.url)
}

/** @param module from which the package is looked for: a path or a URL */
export async function missingPackage(
  { folder }: Pick<NewsroomFiles, 'folder'>,
  { webDesk }: Pick<Site, 'webDesk'>,
  module: string,
): Promise<Problem[]> {
  if (!webDesk || isInstalled(module)) return []
  const { placeOf } = await settingPlaces(folder.siteConfig)
  const command = `npm install --save-prod "${PACKAGE}@${askedVersion()}"`
  return [
    {
      file: 'src/site.config.ts',
      ...placeOf(['webDesk']),
      message: `webDesk: the desk needs a package that is not installed. Install it, and commit package.json and package-lock.json: ${command}`,
    },
  ]
}

function isInstalled(module: string): boolean {
  const folders = createRequire(module).resolve.paths(PACKAGE) ?? []
  return folders.some((folder) => existsSync(join(folder, PACKAGE)))
}

/** The range of versions that the program goes with. */
function askedVersion(): string {
  const { peerDependencies } = JSON.parse(readFileSync(join(PROGRAM_PACKAGE, 'package.json'), 'utf8')) as {
    peerDependencies: Record<string, string>
  }
  return peerDependencies[PACKAGE] ?? ''
}
