import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type IndexList, listed, type PlannedIndex, readIndexList, writeIndexList } from './index-list.ts'
import type { IndexMakers } from './index-makers.ts'
import type { GrowingIndex } from './make-index.ts'

/** Pagefind's programs, which the browser takes from the newest index of a language alone; packed copies too. */
const PROGRAMS = /^(pagefind\.js|pagefind-worker\.js|wasm\..+)(\.br|\.gz)?$/

/** An index that was begun before the pages were rendered. */
export interface BegunIndex {
  folder: string
  /** With all its pages, in their order. */
  index: GrowingIndex
  /** Pages that are others now than those in it. */
  changed: readonly string[]
}

export interface RenewOptions {
  /** Where the pages are. */
  outDir: string
  /** As `IndexRecords` found them when this build began. */
  whole: ReadonlyMap<string, string>
  /** The digests of indexes that this build has made already, by `folderOf`. */
  built: ReadonlyMap<string, string>
  begun?: BegunIndex | undefined
  makers: IndexMakers
  pagesPerFragment: number
}

/**
 * Makes in a folder what is not there yet of indexes, and takes away what is no more.
 * @returns those that were made
 * @throws Error when one cannot be made; the others may be half done then
 */
export async function renewIndexes(
  folder: string,
  planned: readonly PlannedIndex[],
  { outDir, whole, built, begun, makers, pagesPerFragment }: RenewOptions,
): Promise<PlannedIndex[]> {
  const list = listed(planned)
  const file = join(folder, 'indexes.json')
  const before = await readIndexList(file)
  // Until all is done nothing in the folder can be taken for whole.
  await rm(file, { force: true })

  const isThere = (index: PlannedIndex) => {
    const path = folderOf(folder, index)
    if (built.has(path)) return built.get(path) === index.build
    const last = before[index.language]?.find(({ name }) => name === index.name)
    const hasPrograms = isNewest(before, index) || !isNewest(list, index)
    return last?.build === index.build && whole.get(path) === index.build && hasPrograms
  }
  const present = planned.filter(isThere)
  const missing = planned.filter((index) => !present.includes(index))
  await removeAllBut(folder, present)
  const orders = missing.map((index) => ({
    ...{ outDir, language: index.language, folder: folderOf(folder, index) },
    pages: index.pages.map(({ path }) => path),
    pagesPerFragment,
  }))
  const own = orders.find(({ folder }) => folder === begun?.folder)
  if (own) await begun?.index.finish(own, begun.changed)
  // The largest first, so that none is begun last that all wait for.
  const others = orders.filter((order) => order !== own).toSorted((a, b) => b.pages.length - a.pages.length)
  await Promise.all(others.map((order) => makers.make(order)))
  for (const index of planned) {
    if (!isNewest(list, index)) await removePrograms(folderOf(folder, index))
  }
  await writeIndexList(file, list)
  return missing
}

export function folderOf(
  folder: string,
  { language, name }: Pick<PlannedIndex, 'language' | 'name'>,
): string {
  return join(folder, language, name)
}

/** Only the newest of a language has Pagefind's programs beside it. */
function isNewest(list: IndexList, { language, name }: PlannedIndex): boolean {
  return list[language]?.[0]?.name === name
}

async function removeAllBut(folder: string, present: readonly PlannedIndex[]): Promise<void> {
  const paths = new Set(present.map(({ language, name }) => join(language, name)))
  for (const language of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, language))) {
      if (!paths.has(join(language, name))) await rm(join(folder, language, name), { recursive: true })
    }
    if ((await namesIn(join(folder, language))).length === 0)
      await rm(join(folder, language), { recursive: true })
  }
}

async function removePrograms(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (PROGRAMS.test(name)) await rm(join(folder, name))
}

/** What lies in a folder; nothing where there is none, or a file. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
}
