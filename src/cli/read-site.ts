import { pathToFileURL } from 'node:url'
import type { NewsroomFolder } from '#desk/folder.ts'
import { parseSite, type Site } from '#domain/site.ts'

/** The settings of a newsroom. @throws Error that names every bad one. */
export async function readSite({ siteConfig }: NewsroomFolder): Promise<Site> {
  return parseSite((await import(pathToFileURL(siteConfig).href)).default)
}
