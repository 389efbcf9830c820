import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { parseSource, type Source } from '#desk/source.ts'
import { renderBody } from '#markdown/render.ts'
import { type AuthorsFile, authorsFile } from './authors-articles.ts'
import { elementsOf, textOf } from './html.ts'
import { RENDER_OPTIONS } from './hostile-run.ts'
import { noise } from './noise.ts'
import { SITE } from './temporary-newsroom.ts'

interface Counts {
  cases: number
  /** Of which the desk says nothing. */
  silent: number
  words: number
}

/**
 * Holds articles as authors write them against what readers see: where the desk has no word, neither problem nor
 * warning, every word of the source is in the page and in the feed. Prints how many.
 * @param seed for the same articles in every run; others each time without
 * @throws Error with the smallest article found of which a word is lost
 */
export async function readAuthors(cases: number, seed?: number): Promise<Counts> {
  const counts: Counts = { cases: 0, silent: 0, words: 0 }
  const root = await mkdtemp(join(tmpdir(), 'warta-authors-'))
  try {
    await writeFile(join(root, 'x.jpg'), await noise().jpeg().toBuffer())
    const property = fc.asyncProperty(authorsFile, async (file) => {
      counts.cases++
      const source = parseSource(new TextEncoder().encode(file.text), 'x.md', 'x')
      if (Array.isArray(source) || (await hasWord(source, root))) return
      counts.silent++
      counts.words += await lost(file, source)
    })
    await fc.assert(property, { numRuns: cases, ...(seed !== undefined && { seed }) })
  } finally {
    await rm(root, { recursive: true })
  }
  console.log(`articles as authors write them: ${JSON.stringify(counts)}`)
  return counts
}

/** @returns the number of words that were looked for */
async function lost({ words }: AuthorsFile, { data, body }: Source): Promise<number> {
  for (const field of ['title', 'description'] as const) {
    for (const word of words[field]) expect(String(data[field])).toContain(word)
  }
  const { live, ...plain } = RENDER_OPTIONS.labels
  for (const labels of [plain, { ...plain, live }]) {
    const { html } = await renderBody(body, { ...RENDER_OPTIONS, labels })
    const seen = elementsOf(html)
      .flatMap((element) => [textOf(element), element.properties.alt, element.properties.title])
      .join(' ')
    for (const word of words.body) expect(seen).toContain(word)
  }
  return Object.values(words).flat().length
}

async function hasWord(source: Source, root: string): Promise<boolean> {
  const staff = { authors: 'budi', categories: 'politics' }
  const [authors, categories] = Object.entries(staff).map(([folder, slug]) =>
    [parseSource(new TextEncoder().encode('name: A'), `src/content/${folder}/${slug}.yml`, slug)].flat(),
  ) as [Source[], Source[]]
  const problems = await checkNewsroom(
    {
      folder: newsroomFolder(root),
      sources: { articles: [source], authors, categories, series: [], pages: [] },
      comments: new Map(),
      entries: new Map(),
      problems: [],
    },
    SITE,
  )
  return problems.length > 0
}
