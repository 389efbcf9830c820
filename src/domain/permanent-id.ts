import type { Site } from './site.ts'
import { isSlug } from './slug.ts'

/** What of an article tells who it is, whatever becomes of its title and address. */
export interface Known {
  id?: string | undefined
  slug: string
  /** Oldest first. */
  aliases: readonly string[]
}

/** `/category/name/`: an address that an article of this site has had. */
const ARTICLE_ADDRESS = /^\/[^/?]+\/([^/?]+)\/?$/

/**
 * The name by which feed readers know an article for good: its `id`; without
 * one, the name it had first, which its oldest alias keeps; or its name.
 */
export function permanentName({ id, slug, aliases }: Known): string {
  return id ?? aliases.map(nameInAddress).find((name) => name !== undefined) ?? slug
}

function nameInAddress(alias: string): string | undefined {
  const name = ARTICLE_ADDRESS.exec(alias)?.[1]
  if (name === undefined) return undefined
  try {
    const decoded = decodeURI(name)
    return isSlug(decoded) ? decoded : undefined
  } catch {
    return undefined
  }
}

const ADDRESS = /^[a-z][a-z\d+.-]*:\S+$/i

/** Whether a text can be an article's `id`: a name as those of files are, or an address of any scheme. */
export function isId(text: string): boolean {
  return isSlug(text) || ADDRESS.test(text)
}

/** The id of an article in feeds: an address as it is, a name as a tag URI (RFC 4151). */
export function permanentId(known: Known, site: Pick<Site, 'url' | 'feeds'>): string {
  const name = permanentName(known)
  if (ADDRESS.test(name)) return name
  return `tag:${site.feeds.idHost ?? new URL(site.url).hostname},2025:${name}`
}
