import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Comment } from '#domain/comment.ts'
import { nextChange } from '#domain/next-change.ts'
import type { Site } from '#domain/site.ts'
import { countWords } from '#domain/text.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import { bridge } from '#build/bridge.ts'
import { type ChangedArticle, changedArticle } from './changed-article.ts'
import type { CheckedNewsroom } from './checked-newsroom.ts'
import { pathFrom } from './folder.ts'
import { buildMoment } from './moment.ts'
import { liveEntries, type ReadEntry } from './live/live-entries.ts'
import { authorsNamed, seriesNamed } from './named.ts'
import { type PictureFile, withPicture } from './picture-files.ts'
import { asPublished, isError, lineOf, NewsroomError, onceEach } from './problem.ts'
import { type Collection, entriesOfAll } from './read-newsroom.ts'
import { isWithdrawnAt, releasedAt } from './released.ts'
import type { Source } from './source.ts'
import type { FillContext } from './stored-entries.ts'

interface FillOptions {
  site: Site
  preview: boolean
  /** Whether an author is at work: then errors are logged, and their files left out. */
  editing: boolean
}

/**
 * Makes a store what a newsroom is. An entry that is as it was stays the same object.
 * @throws NewsroomError when a problem keeps the newsroom from being published
 */
export async function fillStore(
  collection: Collection,
  checked: CheckedNewsroom,
  { site, preview, editing }: FillOptions,
  { store, logger, config, generateDigest, parseData }: FillContext,
): Promise<void> {
  const { files, problems, broken, published, heldBack, digestOfSource, picturesOf } = checked
  const judged = editing || preview ? problems : problems.map(asPublished)
  if (judged.some(isError) && !editing) throw new NewsroomError(judged)

  const sources = files.sources[collection]
  const own = new Set(sources.map(({ file }) => file))
  const known = new Set(Object.values(files.sources).flatMap((list) => list.map(({ file }) => file)))
  const entriesOf = liveEntries(checked, { site, all: editing || preview, root: fileURLToPath(config.root) })
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
      nextChange: nextChange(
        momentsOf(published, site),
        site,
        buildMoment().getTime(),
        momentOf(files.breaking?.data.until, site),
      ),
    })
  }
  for (const source of editing || preview ? sources : allowed(collection, sources, checked, site)) {
    if (broken.has(source.file)) continue
    const id = source.slug
    kept.add(id)
    const silent = !editing && !preview && source.data.withdrawn !== undefined
    const comments = silent ? [] : (files.comments.get(source.file) ?? [])
    const content = digestOfSource(source) ?? [source.data, source.body]
    const pictures = await picturesOf(source)
    const entries = collection === 'articles' ? await entriesOf(source) : []
    const digests = entries.map(({ file, digest }) => [file, digest])
    const all = [source.file, content, comments, [...pictures], ...(digests.length > 0 ? [digests] : [])]
    const digest = generateDigest(JSON.stringify(all) + settings)
    if (store.get(id)?.digest === digest) continue
    if (collection === 'articles') changed.push(changedArticle(source, site))
    const filePath = pathFrom(fileURLToPath(config.root), join(files.folder.root, source.file))
    const data = await parseData({
      id,
      data: stored(collection, source, comments, pictures, entries),
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
  entries: readonly ReadEntry[],
): Record<string, unknown> {
  const bodyImages = () => parts().images.map(({ path }) => ({ path, file: pictures.get(path) }))
  switch (collection) {
    case 'articles':
      return {
        frontMatter: withPicture(data, 'image', pictures),
        words: countWords(body),
        comments,
        bodyImages: bodyImages(),
        entries: entries.map(({ stored, ...entry }) => ({ ...entry, ...stored() })),
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

/** The sources that a build for readers may use. An author or a series is among them when a published article names it. */
function allowed(collection: Collection, sources: Source[], checked: CheckedNewsroom, site: Site): Source[] {
  if (collection === 'categories') return sources
  if (collection === 'pages') return sources.filter(({ data }) => data.draft !== true)
  const clock = { timeZone: site.timeZone, at: buildMoment() }
  if (collection === 'articles') return checked.published.map((source) => releasedAt(source, clock))
  const shown = [...checked.published, ...entriesOfAll(checked)].filter(
    (source) => !isWithdrawnAt(source, clock),
  )
  const named = new Set(shown.flatMap(collection === 'authors' ? authorsNamed : seriesNamed))
  return sources.filter(({ slug }) => named.has(slug))
}

function momentsOf(published: readonly Source[], site: Site): number[] {
  return published.flatMap(({ data }) => momentOf(data.publishedAt, site) ?? [])
}

function momentOf(written: unknown, site: Site): number | undefined {
  return parseMoment(String(written), site.timeZone)?.getTime()
}
