import { join } from 'node:path'
import { HOSTS } from '#domain/host.ts'
import { SEARCH_FOLDER } from './build-context.ts'
import { beyondLimits } from './publish/host-limits.ts'
import { precompress, removeCompressed } from './publish/precompressed.ts'
import { Release } from './publish/release.ts'
import { sizedFiles } from './publish/site-size.ts'
import type { PublishedSite, VerifiedSite } from './sealed-site.ts'
import { isSameFacts, type PageFacts } from './search/page-facts.ts'
import { summaryOf } from './search/site-search.ts'
import { OutputError } from './verify/output-error.ts'

/**
 * Puts the site in the place of the published one.
 * @throws OutputError when its host would refuse it
 */
export async function publishSite(site: VerifiedSite): Promise<PublishedSite> {
  const { settings, site: outlet, workspace, logger } = site.context
  await finishSearch(site)
  site.storeFacts()
  if (outlet.precompressed) {
    const count = await precompress(
      workspace.dist,
      workspace.folder,
      settings.newsroom.publicFiles,
      site.searched,
    )
    logger.fork('warta-precompressed').info(`compressed what is new: ${count} files`)
    site.release.fill([SEARCH_FOLDER])
  }
  await release(site, site.release, { folders: [SEARCH_FOLDER] })
  return publishedSite(site)
}

/**
 * The same, but the pages may come before their search index, which goes on finding what it has found. What only the next
 * process has to know of them is written when search has followed: one that is killed before knows them by their bytes.
 * @throws OutputError when its host would refuse the site
 */
export async function publishPagesFirst(site: VerifiedSite): Promise<PublishedSite> {
  // What is compressed is compressed of all texts at once, the index among them.
  if (site.context.site.precompressed || (await isSettled(site.searching))) return publishSite(site)
  await release(site, site.release, { kept: [SEARCH_FOLDER] })
  return { ...publishedSite(site), searched: publishSearch(site) }
}

/**
 * Whether search may follow the pages: it finds no page that is not there, and none that has been taken back.
 * @param found what it finds in the published site; undefined where that is not known
 */
export function mayFollow(
  { searched }: Pick<VerifiedSite, 'searched'>,
  found: readonly PageFacts[] | undefined,
): boolean {
  if (!found) return false
  const now = new Map(searched.map((page) => [page.path, page]))
  const isSame =
    found.length === searched.length && found.every((page) => isSameFacts(page, now.get(page.path)))
  return !isSame && found.every(({ path }) => now.has(path))
}

/** Publishes the same site once more, with its own search index. */
async function publishSearch(site: VerifiedSite): Promise<void> {
  const { settings, live, workspace } = site.context
  site.storeFacts()
  await finishSearch(site)
  const next = new Release({ built: workspace.dist, published: live }, workspace.releases, settings.verifyAll)
  try {
    next.fill([SEARCH_FOLDER])
    await release(site, next, { folders: [SEARCH_FOLDER] })
  } catch (error) {
    await next.end()
    throw error
  }
}

async function finishSearch({
  context: { site, workspace, logger },
  searching,
}: VerifiedSite): Promise<void> {
  logger.fork('warta-search-index').info(summaryOf(await searching))
  if (!site.precompressed) removeCompressed(join(workspace.dist, SEARCH_FOLDER))
}

async function release(
  { context: { site, live, workspace, logger } }: VerifiedSite,
  next: Release,
  folders: { folders?: readonly string[]; kept?: readonly string[] },
): Promise<void> {
  const { host } = site.publish
  const refused = host === 'own' ? [] : beyondLimits(sizedFiles(workspace.dist), HOSTS[host])
  if (refused.length > 0) throw new OutputError(refused)
  const isLast = folders.kept === undefined
  await next.publish(folders, isLast ? workspace.folder : undefined, (touched, releases) =>
    workspace.released(touched, releases, isLast),
  )
  logger.fork('warta-release').info(`the site is in ${live}`)
}

function publishedSite({ context, told }: VerifiedSite): PublishedSite {
  return { ...told, rendered: context.workspace.pages.rendered().length }
}

function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const settled = promise.then(
    () => true,
    () => true,
  )
  return Promise.race([settled, new Promise<boolean>((done) => setImmediate(done, false))])
}
