import { fewAtOnce } from '#client/few-at-once.ts'
import { listedPaths, moveSaved, noteSaved, setGone } from '#client/saved-articles.ts'
import { checkCopy, type Outcome } from './check-copy.ts'
import { textOf } from './copy.ts'
import { baseOf, cacheName, type Outlet } from './outlet.ts'
import { canCopy, parsePage, startWorker, stopWorker } from './registration.ts'
import { type Held, Shelf } from './shelf.ts'

/** `unable` says that the browser opens nothing without the network, `full` that it has no room left. */
export type CopyResult = Outcome | { is: 'unable' | 'full' }

interface CheckOptions {
  /** How a page is asked for of which there is no copy; `force-cache` takes the one that the reader sees. */
  cache?: RequestCache
  tell?: (path: string, result: CopyResult) => void
}

/**
 * Asks the site for each of these saved articles: one that has no copy gets one, one that has changed another, one that
 * is no longer published loses it, and the reader's list says so.
 */
export async function checkCopies(
  outlet: Outlet,
  paths: readonly string[],
  { cache, tell = () => {} }: CheckOptions = {},
): Promise<void> {
  const all = paths.filter((path) => path.startsWith(baseOf(outlet)))
  const unable = () => all.forEach((path) => void tell(path, { is: 'unable' }))
  if (all.length === 0) return
  if (!canCopy()) return unable()
  const notice = await beside(() => listsOf(outlet))
  await fewAtOnce(all, async (path) => {
    const wanted = { path, kind: 'article', notice, ...(cache && { cache }) } as const
    // Another tab may have taken it off meanwhile.
    const result = await beside(async () =>
      listedPaths('all').includes(path)
        ? withinRoom(checkCopy(await Shelf.open(outlet), outlet, wanted))
        : undefined,
    )
    if (!result) return
    if (result.is === 'moved') moveSaved(path, result.to)
    else if (result.is === 'gone') setGone(path, true)
    else if (result.is !== 'unreachable') setGone(path, false)
    if ('article' in result) noteSaved(result.is === 'moved' ? result.to : path, result.article)
    tell(path, result)
  })
  const { works } = await alone(() => tidy(outlet))
  if (!works) unable()
}

/** Takes out what no saved article needs, all with the last of them. What was there is given back, for `restoreCopies`. */
export async function dropCopies(outlet: Outlet): Promise<Held[]> {
  if (!canCopy()) return []
  return (await alone(() => tidy(outlet))).held
}

export async function restoreCopies(outlet: Outlet, held: readonly Held[]): Promise<void> {
  if (held.length === 0) return
  await alone(async () => {
    await (await Shelf.open(outlet)).putBack(held)
    await startWorker(outlet)
  })
}

/** `works` is false where the browser would not open what is stored. */
async function tidy(outlet: Outlet): Promise<{ held: Held[]; works: boolean }> {
  const base = baseOf(outlet)
  const wanted = new Set(listedPaths('published').filter((path) => path.startsWith(base)))
  const isThere = await caches.has(cacheName(outlet))
  const held = isThere ? await (await Shelf.open(outlet)).keepOnly(wanted) : []
  if (isThere && wanted.size > 0) return { held, works: await startWorker(outlet) }
  await caches.delete(cacheName(outlet))
  await stopWorker(outlet)
  return { held, works: true }
}

/**
 * Copies the page of the reader's lists.
 * @returns the words with which a copy says what it is: they stand in that page, so that no article's page has them
 */
async function listsOf(outlet: Outlet): Promise<Element | undefined> {
  const shelf = await Shelf.open(outlet)
  await withinRoom(checkCopy(shelf, outlet, { path: outlet.list, kind: 'list' }))
  const stored = await shelf.find(outlet.list)
  const page = parsePage((stored && (await textOf(stored))) ?? '')
  const template = page.querySelector<HTMLTemplateElement>('template[data-copy-notice]')
  return template?.content.firstElementChild ?? undefined
}

async function withinRoom(work: Promise<Outcome>): Promise<CopyResult> {
  try {
    return await work
  } catch (error) {
    if ((error as Error).name === 'QuotaExceededError') return { is: 'full' }
    throw error
  }
}

/** While nobody takes copies out: half of one would look as if nothing needed it. */
function beside<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('saved-copies', { mode: 'shared' }, work) as Promise<T>
}

/** While no tab makes a copy. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('saved-copies', work) as Promise<T>
}
