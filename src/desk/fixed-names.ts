import { readdir } from 'node:fs/promises'
import { FEED_FILES } from '#domain/feed-format.ts'
import { ICON_FILES } from '#domain/icon-files.ts'
import { DICTIONARY_FILE, FIXED_ROUTES } from '#domain/links.ts'
import type { NewsroomFolder } from './folder.ts'

/** Files that the build makes at the site's root. */
const MADE_FILES = [
  '404.html',
  'robots.txt',
  'sitemap-index.xml',
  'sitemap-0.xml',
  'news-sitemap.xml',
  'site.webmanifest',
  'opensearch.xml',
  'llms.txt',
  'feeds.opml',
  'feed.css',
  DICTIONARY_FILE,
  ...FEED_FILES,
] as const
const MADE = new Set<string>([...FIXED_ROUTES, ...MADE_FILES])

/** Folders in which each page is of a file or a tag: a name that none has is free. */
const LISTED = ['author', 'series', 'tag']

/**
 * The names at the site's root that no page or category can have: the site's
 * own and those of `public/`; `clashing` are those that are both.
 */
export async function fixedNames({
  publicFiles,
}: Pick<NewsroomFolder, 'publicFiles'>): Promise<{ fixed: Set<string>; clashing: string[] }> {
  const publicNames = await namesIn(publicFiles)
  return {
    fixed: new Set([...MADE, ...ICON_FILES, ...publicNames]),
    clashing: publicNames.filter((name) => MADE.has(name)),
  }
}

/** Whether an address, as `addressOf` gives it, lies where lists have their pages, months, tags and feeds. */
export function isMade(
  address: string,
  fixed: ReadonlySet<string>,
  categories: Pick<ReadonlySet<string>, 'has'>,
): boolean {
  const steps = address.split('/').filter(Boolean)
  const [first = '', second = ''] = steps
  if (LISTED.includes(first) && steps.length === 2) return false
  // Blogger's lists of labels lay below `/search/`, where the site itself has one page.
  if (first === 'search' && second === 'label' && steps.length === 3) return false
  return (
    [first, uncompressed(first)].some((name) => fixed.has(name)) ||
    (categories.has(first) && ['page', ...FEED_FILES].includes(uncompressed(second)))
  )
}

/** The name of the file beside which a file of this name holds the same, compressed. */
function uncompressed(name: string): string {
  return name.replace(/\.(br|gz)$/, '')
}

/** What lies in a folder, its files and folders; nothing where there is none. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
