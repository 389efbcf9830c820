import { build } from '../tests/support/build.ts'
import { preview } from '../tests/support/preview.ts'
import { SAMPLE, SAMPLE_DIST } from '../tests/support/sites.ts'
import type { LighthouseReport } from './lighthouse-report.ts'
import { median, metricOf, startJudge } from './judged-page.ts'
import { newestArticle } from './newest-article.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const METRICS = [
  'largest-contentful-paint',
  'cumulative-layout-shift',
  'total-blocking-time',
  'total-byte-weight',
] as const

/** Lighthouse on pages of the outlet in the checkout, the sample, as a table of scores out of 100 and the metrics behind them. */
export async function run(): Promise<void> {
  const { exitCode, output } = await build({ newsroom: SAMPLE, outDir: SAMPLE_DIST })
  if (exitCode !== 0) throw new Error(output)
  const { article, section, search } = newestArticle(SAMPLE_DIST)
  const pages = { front: '', article, category: section, search }
  const served = await preview(SAMPLE_DIST)
  const judge = await startJudge()
  try {
    console.log(`| page | ${[...CATEGORIES, ...METRICS].join(' | ')} |`)
    console.log(`|---|${'---|'.repeat(CATEGORIES.length + METRICS.length)}`)
    for (const [name, path] of Object.entries(pages)) {
      const reports = await judge.reportsOn(served.url + path, CATEGORIES)
      for (const report of reports) tellFaults(report)
      const scores = CATEGORIES.map((key) =>
        median(reports.map(({ categories }) => Math.round((categories[key]?.score ?? 0) * 100))),
      )
      const metrics = METRICS.map((key) => Number(metricOf(reports, key).toFixed(3)))
      console.log(`| ${name} | ${[...scores, ...metrics].join(' | ')} |`)
    }
  } finally {
    judge.stop()
    await served.close()
  }
}

/** What a page fails, of all but speed. */
function tellFaults({ finalDisplayedUrl, categories, audits }: LighthouseReport): void {
  for (const category of CATEGORIES) {
    for (const { id } of categories[category]?.auditRefs ?? []) {
      const audit = audits[id]
      if (category !== 'performance' && audit?.score === 0)
        console.log(`  ${finalDisplayedUrl} ${category}: ${audit.title}`)
    }
  }
}
