import { pathToFileURL } from 'node:url'
import { parseSite, type Site } from '#domain/site.ts'
import type { NewsroomFolder } from './folder.ts'

/**
 * A newsroom's config, checked.
 * @throws Error that names every bad key, as `parseSite` does
 */
export async function readSite({ siteConfig }: NewsroomFolder): Promise<Site> {
  return parseSite((await import(pathToFileURL(siteConfig).href)).default)
}
