import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished, vi } from 'vitest'
import type { Pagefind, PagefindAnswer, PagefindInstance, PagefindResult } from '#client/search/pagefind.ts'

/** An article as an index has it: what can be searched for are the words of its title. */
interface Indexed {
  title: string
  /** `YYYY-MM-DD` */
  published: string
  category?: string
  score?: number
}

/** Languages, and in each the indexes by their names, the newest first. */
export type FakeIndexes = Record<string, Record<string, Indexed[]>>

interface FakeSite {
  /** The address of the folder of all indexes. */
  folder: string
  /** Instances that were made and not destroyed. */
  open: Set<PagefindInstance>
  /** As if another build had replaced the indexes. */
  rebuild(): void
  /** From now on the next so many searches fail. */
  failures: number
}

/**
 * For one test, a site with indexes as `openSearch` finds them, answered by a Pagefind that looks for whole words.
 * @param atFirst how many indexes of each language are searched without being asked for
 */
export async function searchedSite(indexes: FakeIndexes, { atFirst = 1 } = {}): Promise<FakeSite> {
  const root = await mkdtemp(join(tmpdir(), 'warta-search-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const folder = pathToFileURL(`${root}/`).href
  const id = `fakePagefind${folder}`
  let build = 'a'
  const site: FakeSite = { folder, open: new Set(), rebuild: () => (build = 'b'), failures: 0 }
  const pagefind: Pagefind = {
    createInstance: ({ basePath }) => {
      const instance = new FakeInstance(indexes, site, basePath)
      site.open.add(instance)
      return instance
    },
  }
  Object.assign(globalThis, { [id]: pagefind })
  onTestFinished(() => void Reflect.deleteProperty(globalThis, id))
  for (const [language, named] of Object.entries(indexes)) {
    for (const name of Object.keys(named)) {
      await mkdir(join(root, language, name), { recursive: true })
      const code = `export const { createInstance } = globalThis[${JSON.stringify(id)}]`
      await writeFile(join(root, language, name, 'pagefind.js'), code)
    }
  }
  vi.stubGlobal('fetch', async () => Response.json(listOf(indexes, build, atFirst)))
  onTestFinished(() => void vi.unstubAllGlobals())
  return site
}

function listOf(indexes: FakeIndexes, build: string, atFirst: number): object {
  const languages = Object.entries(indexes).map(([language, named]) => [
    language,
    Object.entries(named).map(([name, articles], i) => ({
      ...{ name, build, articles: articles.length, atFirst: i < atFirst },
      since: articles.map(({ published }) => published.slice(0, 7)).sort()[0] ?? '',
    })),
  ])
  return Object.fromEntries(languages)
}

class FakeInstance implements PagefindInstance {
  private readonly names: string[] = []

  constructor(
    private readonly indexes: FakeIndexes,
    private readonly site: FakeSite,
    basePath: string,
  ) {
    this.take(basePath)
  }

  async preload(): Promise<void> {}

  async mergeIndex(basePath: string): Promise<void> {
    this.take(basePath)
  }

  async search(
    query: string | null,
    { filters, sort }: Parameters<PagefindInstance['search']>[1],
  ): Promise<PagefindAnswer> {
    if (this.site.failures > 0) {
      this.site.failures--
      throw new Error('a piece of the index is gone')
    }
    const words = query?.replaceAll('"', '').toLowerCase().split(' ') ?? []
    const index = typeof filters.index === 'string' ? [filters.index] : filters.index?.any
    const found = this.articles()
      .filter(({ name }) => !index || index.includes(name))
      .filter(({ article }) => filters.category === undefined || article.category === filters.category)
      .filter(({ article }) => words.every((word) => article.title.toLowerCase().split(' ').includes(word)))
    if (sort) found.sort((a, b) => (a.article.published < b.article.published ? 1 : -1))
    return {
      results: found.map(({ article }) => resultOf(article)),
      filters: {
        index: countsOf(found.map(({ name }) => name)),
        ...categoriesOf(found.map(({ article }) => article)),
      },
    }
  }

  async filters(): Promise<PagefindAnswer['filters']> {
    return categoriesOf(this.articles().map(({ article }) => article))
  }

  async destroy(): Promise<void> {
    this.site.open.delete(this)
  }

  private take(basePath: string): void {
    this.names.push(basePath.slice(this.site.folder.length).replace(/\/$/, ''))
  }

  private articles(): { name: string; article: Indexed }[] {
    return this.names.flatMap((path) => {
      const [language = '', name = ''] = path.split('/')
      return (this.indexes[language]?.[name] ?? []).map((article) => ({ name, article }))
    })
  }
}

function resultOf({ title, published, category, score = 1 }: Indexed): PagefindResult {
  const url = `/${title.toLowerCase().replaceAll(' ', '-')}/`
  return {
    score,
    words: [1],
    data: async () => ({ url, excerpt: title, meta: { title, published, category }, sub_results: [] }),
  }
}

function categoriesOf(articles: readonly Indexed[]): PagefindAnswer['filters'] {
  return { category: countsOf(articles.flatMap(({ category }) => category ?? [])) }
}

function countsOf(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    Map.groupBy(values, (value) => value)
      .entries()
      .map(([value, all]) => [value, all.length]),
  )
}
