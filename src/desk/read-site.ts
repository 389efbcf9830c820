import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseSite, SettingsError, type Site } from '#domain/site.ts'
import { welcomeNewsroom } from '#guests.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { NewsroomError, type Problem } from './problem.ts'
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
    return parseSite((await load(siteConfig, file)).default, file)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const { placeOf } = await settingPlaces(siteConfig)
    throw new NewsroomError(error.faults.map(({ path, message }) => ({ file, ...placeOf(path), message })))
  }
}

/** @throws NewsroomError for what is no TypeScript, or stops while it runs */
async function load(siteConfig: string, file: string): Promise<{ default?: unknown }> {
  try {
    // Node loads an address once, but the development server reads a changed config again. Vite knows the parameter `t`.
    // Astro tries a config that it could not load once more by Vite, which would remark on this line first.
    const version = Math.floor(statSync(siteConfig).mtimeMs)
    return await import(/* @vite-ignore */ `${pathToFileURL(siteConfig).href}?t=${version}`)
  } catch (error) {
    throw new NewsroomError([await whyNotLoaded(error, siteConfig, file)])
  }
}

async function whyNotLoaded(error: unknown, siteConfig: string, file: string): Promise<Problem> {
  const { fault } = await settingPlaces(siteConfig)
  if (fault)
    return {
      file,
      ...fault.place,
      message: `This cannot be read: ${fault.message}. Look for a missing comma, quote or bracket.`,
    }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  const [, line = 1, column = 1] = /site\.config\.ts(?:\?t=\d+)?:(\d+):(\d+)/.exec(stack) ?? []
  return {
    file,
    line: Number(line),
    column: Number(column),
    message: `The settings cannot be loaded: ${message}.`,
  }
}
