import { linksFor } from '#domain/links.ts'
import { parseSite } from '#domain/site.ts'
import config from '#site.config.ts'

/** The outlet's config, checked; `#site.config.ts` is that of the newsroom being built. */
export const site = parseSite(config)
export const links = linksFor(site)
