import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import type { Comment } from '#domain/comment.ts'
import { nextChange } from '#domain/next-change.ts'
import type { Site } from '#domain/site.ts'
import { countWords } from '#domain/text.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import { withoutStoreWrites } from '#build/astro-internals/store-writes.ts'
import { bridge } from '#build/bridge.ts'
import { type ChangedArticle, changedArticle } from './changed-article.ts'
import { checkNewsroom } from './check.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { divide } from './held-back.ts'
import { SourceCache } from './source-cache.ts'
import {
  bothMistakes,
  brokenFiles,
  mistakeEverywhere,
  type Mistakes,
  mistakesIn,
  NO_MISTAKES,
} from './mistakes.ts'
import { isPassedOver } from './passed-over.ts'
import { buildMoment } from './moment.ts'
import { authorsNamed, seriesNamed } from './named.ts'
import { asPublished, isError, lineOf, NewsroomError, onceEach, type Problem } from './problem.ts'
import { COLLECTIONS, type Collection, type NewsroomFiles, readNewsroom } from './read-newsroom.ts'
import { type PictureFile, picturesOf } from './picture-files.ts'
import { type Outlet, readOutlet } from './read-outlet.ts'
import { readTheme } from './read-theme.ts'
import { isWholeAt, isWithdrawnAt, releasedAt } from './released.ts'
import type { Source } from './source.ts'
import { PictureCache } from './picture-cache.ts'

interface CheckedNewsroom extends ReturnType<typeof divide> {
  files: NewsroomFiles
  problems: Problem[]
  /** The files from which no page can be made. */
  broken: ReadonlySet<string>
  mistakes: Mistakes
  /** The collections that have not been filled from this reading. */
  unfilled: Set<Collection>
  /** The digest of a source's bytes, where that is known. */
  digestOfSource(source: Source): string | undefined
  /** The pictures of a source, by the paths in it. */
  picturesOf(source: Source): Promise<Map<string, PictureFile>>
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
 * tells the bridge what it holds back, and which articles have changed.
 */
export function newsroomLoaders(
  folder: NewsroomFolder,
  site: Site,
  { preview = false }: { preview?: boolean } = {},
): Record<Collection, Loader> {
  let reading: Promise<CheckedNewsroom> | undefined
  // Readings run one after the other, so that an older one never overwrites a newer one.
  let latest: Promise<unknown> = Promise.resolve()
  let settings: Promise<Outlet> | undefined
  // Not before it is asked for: nobody would hear of its error.
  const outlet = () => (settings ??= readTheme(folder).then((theme) => ({ site, theme })))
  let mistakes = NO_MISTAKES
  let newest: CheckedNewsroom | undefined
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
      const checked = await readChecked(folder, current, preview)
      newest = checked
      publish(bothMistakes(mistakes, checked.mistakes))
      return checked
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
    const checked = await current
    await fill(collection, checked, { site: (await outlet()).site, preview }, context)
    checked.unfilled.delete(collection)
    // A newer reading may have filled some of the collections already.
    if (checked.unfilled.size > 0 || checked !== newest) return
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

async function readChecked(
  folder: NewsroomFolder,
  { site, theme }: Outlet,
  preview: boolean,
): Promise<CheckedNewsroom> {
  const sourceCache = preview ? undefined : new SourceCache(folder.root, site)
  const files = await readNewsroom(folder, sourceCache?.read.bind(sourceCache))
  const problems = await checkNewsroom(files, site, theme)
  const broken = brokenFiles(files, problems)
  const at = buildMoment()
  const divided = divide(files.sources.articles, site, at)
  const faulty = new Set(problems.map(({ file }) => file))
  // No cache holds what readers may not see yet.
  sourceCache?.save(
    divided.published.filter(
      (source) => !faulty.has(source.file) && isWholeAt(source, { timeZone: site.timeZone, at }),
    ),
  )
  const pictureCache = new PictureCache(folder.root)
  return {
    files,
    problems,
    broken: new Set(broken.keys()),
    mistakes: mistakesIn(files, broken, site),
    unfilled: new Set(COLLECTIONS),
    ...divided,
    digestOfSource: (source) => sourceCache?.digestOfSource(source),
    picturesOf: (source) => picturesOf(source, folder.root, pictureCache),
  }
}

async function fill(
  collection: Collection,
  { files, problems, broken, published, heldBack, digestOfSource, picturesOf }: CheckedNewsroom,
  { site, preview }: { site: Site; preview: boolean },
  context: LoaderContext,
) {
  const { store, watcher, logger } = context
  const editing = watcher !== undefined
  const judged = editing || preview ? problems : problems.map(asPublished)
  if (judged.some(isError) && !editing) throw new NewsroomError(judged)

  const sources = files.sources[collection]
  const own = new Set(sources.map(({ file }) => file))
  const known = new Set(Object.values(files.sources).flatMap((list) => list.map(({ file }) => file)))
  // Problems of files outside of all collections, such as the config, are logged with the articles'.
  const shown = problems.filter(
    ({ file }) => own.has(file) || (collection === 'articles' && !known.has(file)),
  )
  for (const problem of onceEach(shown)) {
    if (isError(problem)) logger.error(lineOf(problem))
    else logger.warn(lineOf(problem))
  }

  const settings = JSON.stringify(site)
  const kept = new Set<string>()
  const changed: ChangedArticle[] = []
  if (collection === 'articles') {
    bridge().heldBack?.(heldBack)
    bridge().judged?.({
      articles: published.length,
      warnings: judged.filter((problem) => !isError(problem)),
      nextChange: nextChange(momentsOf(published, site), site, buildMoment().getTime()),
    })
  }
  for (const source of editing || preview ? sources : allowed(collection, sources, published, site)) {
    if (broken.has(source.file)) continue
    const id = source.slug
    kept.add(id)
    const silent = !editing && !preview && source.data.withdrawn !== undefined
    const comments = silent ? [] : (files.comments.get(source.file) ?? [])
    const content = digestOfSource(source) ?? [source.data, source.body]
    const pictures = await picturesOf(source)
    const digest = context.generateDigest(
      JSON.stringify([source.file, content, comments, [...pictures]]) + settings,
    )
    if (store.get(id)?.digest === digest) continue
    if (collection === 'articles') changed.push(changedArticle(source, site))
    const filePath = pathFrom(fileURLToPath(context.config.root), join(files.folder.root, source.file))
    const data = await context.parseData({
      id,
      data: stored(collection, source, comments, pictures),
      filePath,
    })
    store.set({ id, data, filePath, digest })
  }
  for (const id of store.keys()) {
    if (kept.has(id)) continue
    changed.push({ slug: id, now: undefined })
    store.delete(id)
  }
  if (collection === 'articles') bridge().changedArticles?.(changed)
}

function stored(
  collection: Collection,
  { data, body, parts }: Source,
  comments: Comment[],
  pictures: ReadonlyMap<string, PictureFile>,
): Record<string, unknown> {
  const bodyImages = () => parts().images.map(({ path }) => ({ path, file: pictures.get(path) }))
  switch (collection) {
    case 'articles':
      return {
        frontMatter: withPicture(data, 'image', pictures),
        words: countWords(body),
        comments,
        bodyImages: bodyImages(),
      }
    case 'pages':
      return { frontMatter: data, bodyImages: bodyImages() }
    case 'series':
      return withPicture(data, 'image', pictures)
    case 'authors':
      return withPicture(data, 'photo', pictures)
    case 'categories':
      return data
  }
}

function withPicture(
  data: Record<string, unknown>,
  field: string,
  pictures: ReadonlyMap<string, PictureFile>,
): Record<string, unknown> {
  const image = data[field] as { src: string } | undefined
  return image ? { ...data, [field]: { ...image, src: pictures.get(image.src) } } : data
}

/** The sources that a build for readers may use. An author or a series is among them when a published article names it. */
function allowed(collection: Collection, sources: Source[], published: Source[], site: Site): Source[] {
  if (collection === 'categories') return sources
  if (collection === 'pages') return sources.filter(({ data }) => data.draft !== true)
  const clock = { timeZone: site.timeZone, at: buildMoment() }
  if (collection === 'articles') return published.map((source) => releasedAt(source, clock))
  const shown = published.filter((source) => !isWithdrawnAt(source, clock))
  const named = new Set(shown.flatMap(collection === 'authors' ? authorsNamed : seriesNamed))
  return sources.filter(({ slug }) => named.has(slug))
}

function momentsOf(published: readonly Source[], site: Site): number[] {
  return published.flatMap(
    ({ data }) => parseMoment(String(data.publishedAt), site.timeZone)?.getTime() ?? [],
  )
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
