import { pathToFileURL } from 'node:url'
import { parseSite, type Site } from '#domain/site.ts'
import { welcomeNewsroom } from '#guests.ts'
import type { NewsroomFolder } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { NewsroomError } from './problem.ts'

/**
 * A newsroom's config, checked.
 * @throws Error that names every bad key, as `parseSite` does
 * @throws NewsroomError when it is no file
 */
export async function readSite({ root, siteConfig }: NewsroomFolder): Promise<Site> {
  const fault = await faultOnTheWay(root, siteConfig, 'file')
  if (fault) throw new NewsroomError([fault])
  welcomeNewsroom(root)
  return parseSite((await import(pathToFileURL(siteConfig).href)).default)
}
