import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { build } from '../tests/support/build.ts'
import { chromiumPath } from '../tests/support/chromium.ts'
import { preview } from '../tests/support/preview.ts'
import { SAMPLE, SAMPLE_DIST } from '../tests/support/sites.ts'

const PAGES = {
  front: '',
  article: 'politics/xi-putin-moscow-joint-statement/',
  category: 'international-relations/',
  search: 'search/?q=agreement',
}
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const METRICS = [
  'largest-contentful-paint',
  'cumulative-layout-shift',
  'total-blocking-time',
  'total-byte-weight',
] as const
/** Runs a page; the median is told. Lighthouse's own throttling imitates a slow phone on a slow network. */
const RUNS = 3

/** Lighthouse on the sample outlet's pages, as a table of scores out of 100 and the metrics behind them. */
export async function run(): Promise<void> {
  const { exitCode, output } = await build({ newsroom: SAMPLE, outDir: SAMPLE_DIST })
  if (exitCode !== 0) throw new Error(output)
  const served = await preview(SAMPLE_DIST)
  const chrome = await launch({
    chromePath: chromiumPath(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    console.log(`| page | ${[...CATEGORIES, ...METRICS].join(' | ')} |`)
    console.log(`|---|${'---|'.repeat(CATEGORIES.length + METRICS.length)}`)
    for (const [name, path] of Object.entries(PAGES)) {
      const rows: Record<string, number>[] = []
      for (let i = 0; i < RUNS; i++) rows.push(await judge(served.url + path, chrome.port))
      const cells = [...CATEGORIES, ...METRICS].map((key) =>
        median(rows.map((row) => row[key] ?? Number.NaN)),
      )
      console.log(`| ${name} | ${cells.join(' | ')} |`)
    }
  } finally {
    chrome.kill()
    await served.close()
  }
}

async function judge(url: string, port: number): Promise<Record<string, number>> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
  })
  if (!result) throw new Error(`Lighthouse says nothing of ${url}`)
  const { categories, audits } = result.lhr
  for (const category of CATEGORIES) {
    for (const { id } of categories[category]?.auditRefs ?? []) {
      const audit = audits[id]
      if (category !== 'performance' && audit?.score === 0)
        console.log(`  ${url} ${category}: ${audit.title}`)
    }
  }
  return Object.fromEntries([
    ...CATEGORIES.map((key) => [key, Math.round((categories[key]?.score ?? 0) * 100)]),
    ...METRICS.map((key) => [key, Number((audits[key]?.numericValue ?? Number.NaN).toFixed(3))]),
  ])
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
