import { hash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { PageFacts } from './page-facts.ts'
import { searchParts } from './parts.ts'

/** One index among those of the site, as the browser reads of it. */
interface ListedIndex {
  /** Of its folder, below that of its language. */
  name: string
  /** A digest of what is in it: another one is another index. */
  build: string
  articles: number
  /** `YYYY-MM` of its oldest article, in UTC. */
  since: string
  /** Opened for every search; the others when a reader asks for older articles. */
  atFirst: boolean
}

/** The indexes of each language, the newest first. */
export type IndexList = Record<string, ListedIndex[]>

/** An index with the pages in it. */
export interface PlannedIndex extends ListedIndex {
  language: string
  pages: PageFacts[]
}

/**
 * Which indexes the pages make: by language, as one index has one stemmer, and
 * by time of publication.
 * @param code a digest of what decides how pages are indexed
 */
export function planIndexes(
  pages: readonly PageFacts[],
  {
    articlesPerIndex,
    articlesAtFirst,
    code,
  }: { articlesPerIndex: number; articlesAtFirst: number; code: string },
): PlannedIndex[] {
  // In one order on every machine: an index's bytes depend on it. What changes is mostly new, and indexed last.
  const sorted = pages.toSorted((a, b) => compare(a.published, b.published) || compare(a.path, b.path))
  const planned = [...Map.groupBy(sorted, ({ language }) => language)].flatMap(([language, some]) =>
    searchParts(some, articlesPerIndex).map(({ name, pages }, i) => ({
      ...{ language, name, pages, articles: pages.length },
      since: (pages[0]?.published ?? '').slice(0, 7),
      newest: pages.at(-1)?.published ?? '',
      isFirst: i === 0,
      build: buildOf(pages, code),
    })),
  )
  let before = 0
  return planned
    .sort((a, b) => (a.newest < b.newest ? 1 : -1))
    .map(({ newest: _, isFirst, ...index }) => {
      const atFirst = isFirst || before < articlesAtFirst
      before += index.articles
      return { ...index, atFirst }
    })
}

/** A digest of what is in an index. */
export function buildOf(pages: readonly PageFacts[], code: string): string {
  return hash('sha256', JSON.stringify([code, pages])).slice(0, 12)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** What the browser is told of them. */
export function listed(planned: readonly PlannedIndex[]): IndexList {
  const list: IndexList = {}
  for (const { language, pages: _, ...index } of planned) list[language] = [...(list[language] ?? []), index]
  return list
}

/** The list that the last build left in a folder; of no indexes where there is none, or none that can be read. */
export async function readIndexList(file: string): Promise<IndexList> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as IndexList
  } catch {
    return {}
  }
}

export async function writeIndexList(file: string, list: IndexList): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(list))
}
