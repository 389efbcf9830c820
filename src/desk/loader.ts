import { sep } from 'node:path'
import type { Loader, LoaderContext } from 'astro/loaders'
import type { Site } from '#domain/site.ts'
import { withoutStoreWrites } from '#build/astro-internals/store-writes.ts'
import { bridge } from '#build/bridge.ts'
import { type CheckedNewsroom, readChecked } from './checked-newsroom.ts'
import { fillStore } from './fill-store.ts'
import type { NewsroomFolder } from './folder.ts'
import { bothMistakes, mistakeEverywhere, type Mistakes, NO_MISTAKES } from './mistakes.ts'
import { isPassedOver } from './passed-over.ts'
import { lineOf, NewsroomError } from './problem.ts'
import { COLLECTIONS, type Collection } from './read-newsroom.ts'
import { type Outlet, readOutlet } from './read-outlet.ts'
import { readTheme } from './read-theme.ts'
import { SourceCache } from './source-cache.ts'

/** A reading from which the stores of collections are filled. */
interface Reading {
  checked: CheckedNewsroom
  /** The collections that have not been filled from it. */
  unfilled: Set<Collection>
}

const SETTLE_MS = 50
/** Errors that have been logged, as one failure reaches every collection. */
const reportedErrors = new WeakSet<Error>()

/**
 * Astro loaders that fill the collections from one reading of the
 * newsroom. What they store is front matter and what lists need; bodies stay
 * on disk. A build fails with every problem of every file when one is an
 * error; `astro dev` logs them, leaves out the files with errors and the articles that name
 * one, tells the bridge of them and goes on,
 * as both do after warnings. A build stores nothing that is a draft or
 * embargoed, unless `preview` asks for it, and nothing of what is withdrawn; it
 * tells the bridge what it holds back, which articles have changed, and what it was given to fill each collection with.
 */
export function newsroomLoaders(
  folder: NewsroomFolder,
  site: Site,
  { preview = false }: { preview?: boolean } = {},
): Record<Collection, Loader> {
  let reading: Promise<Reading> | undefined
  // Readings run one after the other, so that an older one never overwrites a newer one.
  let latest: Promise<unknown> = Promise.resolve()
  let settings: Promise<Outlet> | undefined
  // Not before it is asked for: nobody would hear of its error.
  const outlet = () => (settings ??= readTheme(folder).then((theme) => ({ site, theme })))
  let mistakes = NO_MISTAKES
  let newest: Reading | undefined
  const publish = (current: Mistakes) => {
    mistakes = current
    bridge().mistakes?.(mistakes)
  }
  const read = () => {
    if (reading) return reading
    reading = latest.then(async () => {
      const current = await outlet().catch((error: unknown) => {
        publish(mistakeEverywhere(error))
        throw error
      })
      const sourceCache = preview ? undefined : new SourceCache(folder.root, current.site)
      const checked = await readChecked(folder, current, sourceCache)
      newest = { checked, unfilled: new Set(COLLECTIONS) }
      publish(bothMistakes(mistakes, checked.mistakes))
      return newest
    })
    latest = reading.catch(() => {})
    return reading
  }
  const forget = (path: string) => {
    reading = undefined
    if (!isSettings(path, folder)) return
    settings = readOutlet(folder)
    // The next reading reports the error.
    settings.catch(() => {})
  }
  const fillFromLatest = async (collection: Collection, context: LoaderContext) => {
    const current = read()
    const done = await current
    const { checked, unfilled } = done
    const editing = context.watcher !== undefined
    await fillStore(collection, checked, { site: (await outlet()).site, preview, editing }, context)
    if (!editing) bridge().filled?.(collection, context)
    unfilled.delete(collection)
    // A newer reading may have filled some of the collections already.
    if (unfilled.size > 0 || done !== newest) return
    // Only now does the store hold the page of a mended file.
    publish(checked.mistakes)
    // The texts of an archive would otherwise stay in memory for the rest of the build.
    if (reading === current) reading = undefined
  }
  const loader = (collection: Collection): Loader => ({
    name: `warta-${collection}`,
    async load(context) {
      let previous: Promise<unknown> = Promise.resolve()
      const load = () => {
        const filled = previous.then(() => fillFromLatest(collection, context))
        previous = filled.catch(() => {})
        return filled
      }
      await (context.watcher ? load() : withoutStoreWrites(context, load))
      watch(context, folder, forget, load)
    },
  })
  return {
    articles: loader('articles'),
    authors: loader('authors'),
    categories: loader('categories'),
    series: loader('series'),
    pages: loader('pages'),
  }
}

function watch(
  { watcher, logger }: LoaderContext,
  folder: NewsroomFolder,
  forget: (path: string) => void,
  load: () => Promise<void>,
): void {
  if (!watcher) return
  let timer: NodeJS.Timeout | undefined
  const { articles, authors, categories, series, pages, overrides, texts } = folder
  const watched = [articles, authors, categories, series, pages, overrides, texts]
  watcher.add([...watched, folder.siteConfig, folder.theme])
  watcher.on('all', (_event, path) => {
    const below = watched.find((dir) => path.startsWith(dir + sep))
    if (!isSettings(path, folder)) {
      if (below === undefined || path.slice(below.length).split(sep).some(isPassedOver)) return
    }
    forget(path)
    clearTimeout(timer)
    timer = setTimeout(() => {
      // A file that disappears while it is read must not end the author's session.
      load().catch((error: Error) => {
        // A failed reading rejects for every collection.
        if (reportedErrors.has(error)) return
        reportedErrors.add(error)
        if (!(error instanceof NewsroomError)) logger.error(String(error))
        else for (const problem of error.problems) logger.error(lineOf(problem))
      })
    }, SETTLE_MS)
  })
}

function isSettings(path: string, { siteConfig, theme }: NewsroomFolder): boolean {
  return path === siteConfig || path === theme
}
