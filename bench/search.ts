import { appendFile, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { Analyser } from '#build/analyse/analyser.ts'
import { searchedIn } from '#build/search/page-facts.ts'
import type { SearchOptions } from '#build/search/site-indexes.ts'
import { SiteSearch } from '#build/search/site-search.ts'
import { build } from '../tests/support/build.ts'
import { chromiumPath } from '../tests/support/chromium.ts'
import { preview } from '../tests/support/preview.ts'
import { corpus } from './corpus.ts'

const CACHE = '.cache/bench/search'
/** Words to search for, each another part of the index. */
const QUERIES = 2
const LAYOUTS: Record<string, SearchOptions> = {
  'one index': { articlesPerIndex: 1_000_000, articlesAtFirst: 1_000_000, pagesPerFragment: 1 },
  'in parts': { articlesPerIndex: 300, articlesAtFirst: 2000, pagesPerFragment: 1 },
  'in parts, eight in a file': { articlesPerIndex: 300, articlesAtFirst: 2000, pagesPerFragment: 8 },
  'in parts, all opened': { articlesPerIndex: 300, articlesAtFirst: 1_000_000, pagesPerFragment: 1 },
}

/**
 * What search costs the newsroom and its readers, with one index and with one
 * for each stretch of time: seconds to index everything, and what one changed
 * article takes; then, of the first search in a fresh browser, its requests and
 * the bytes that come. `--articles` for other than ten thousand.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { articles: { type: 'string', default: '10000' } } })
  const articles = Number(values.articles)
  const newsroom = await corpus({ articles })
  const outDir = resolve(`${CACHE}/site-${articles}`)
  const { exitCode, output } = await build({ newsroom, outDir })
  if (exitCode !== 0) throw new Error(output)
  const words = await titleWords(newsroom)
  console.log(
    '| articles | index | seconds | after one change | files | requests of the first search | KB | of the next |\n|--:|---|--:|--:|--:|--:|--:|--:|',
  )
  for (const [name, options] of Object.entries(LAYOUTS)) {
    await rm(join(outDir, 'pagefind'), { recursive: true })
    const full = await index(outDir, options)
    await change(outDir)
    const again = await index(outDir, options)
    const files = (await readdir(join(outDir, 'pagefind'), { recursive: true })).length
    const [first, next] = await searchCost(outDir, words)
    console.log(
      `| ${articles} | ${name} | ${full.toFixed(1)} | ${again.toFixed(1)} | ${files} | ${first.requests} | ${Math.round(first.bytes / 1024)} | ${next.requests} requests, ${Math.round(next.bytes / 1024)} KB |`,
    )
  }
}

/** Indexes what lies in a folder; returns the seconds. */
async function index(outDir: string, options: SearchOptions): Promise<number> {
  const caches = resolve(CACHE)
  const files = (await readdir(outDir, { recursive: true })).map((file) => ({ file }))
  const began = performance.now()
  const analyser = new Analyser({ folder: outDir, site: 'https://warta.example/' }, caches)
  const analysed = await analyser.analyse(files)
  await new SiteSearch({ ...options, outDir, caches }).finish(searchedIn(analysed, analyser.texts))
  return (performance.now() - began) / 1000
}

/** One more word in the text of one article of last year. */
async function change(outDir: string): Promise<void> {
  const files = await readdir(outDir, { recursive: true })
  const page = files.find((file) => /^(?!tag|author|archive)[^/]+\/[^/]+-\d+\/index\.html$/.test(file))
  if (page === undefined) throw new Error(`${outDir} has no article.`)
  await appendFile(join(outDir, page), '<p data-pagefind-body>changed</p>')
}

/** Words that titles begin with, so that there is something to find. */
async function titleWords(newsroom: string): Promise<string[]> {
  const files = await readdir(join(newsroom, 'articles'), { recursive: true })
  const names = files.filter((file) => file.endsWith('.md')).sort()
  return Array.from({ length: QUERIES }, (_, i) => {
    const name = names[Math.floor((i * names.length) / QUERIES)] ?? ''
    return name.split('/').at(-1)?.split('-')[1] ?? ''
  })
}

interface Cost {
  requests: number
  /** As the server sends them; the pieces of the index are packed. */
  bytes: number
}

/** The first search of a browser that has nothing yet, and the one after it. */
async function searchCost(outDir: string, words: string[]): Promise<[first: Cost, next: Cost]> {
  const served = await preview(outDir)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.goto(`${served.url}search/`)
    await page.waitForLoadState('networkidle')
    let cost: Cost = { requests: 0, bytes: 0 }
    const loading: Promise<void>[] = []
    page.on('response', (response) => {
      const counted = cost
      counted.requests++
      const load = async () => {
        counted.bytes += (await response.body()).length
      }
      loading.push(load())
    })
    const ask = async (word: string): Promise<Cost> => {
      cost = { requests: 0, bytes: 0 }
      // Asked for at every search.
      const asked = page.waitForResponse('**/pagefind/indexes.json')
      await page.locator('#search-query').fill(word)
      await asked
      await page.locator('search-page [data-status]', { hasText: /\d/ }).waitFor()
      await page.waitForLoadState('networkidle')
      await Promise.all(loading)
      return cost
    }
    return [await ask(words[0] ?? ''), await ask(words[1] ?? '')]
  } finally {
    await browser.close()
    await served.close()
  }
}
