import { parseSite, type Site } from '#domain/site.ts'
import type { NewsroomFolder } from './folder.ts'
import { readConfig } from './read-config.ts'

/**
 * A newsroom's config, checked.
 * @throws NewsroomError with every bad key at its place, or why it cannot be loaded
 */
export function readSite({ root, siteConfig }: NewsroomFolder): Promise<Site> {
  return readConfig(root, siteConfig, parseSite)
}
