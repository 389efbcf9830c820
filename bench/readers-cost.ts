import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { deployNginx } from '../tests/support/deployed.ts'
import { corpus } from './corpus.ts'
import { type Judge, median, metricOf, requestsOf, startJudge } from './judged-page.ts'
import { corpusArticles } from './publish/corpus-articles.ts'
import { bytesTable } from './readers-cost/bytes-table.ts'
import { compressedCopy } from './readers-cost/compressed-copy.ts'
import { SITES } from './readers-cost/sites.ts'

const KB = 1024
/** Articles that a reader reads one after the other. */
const VISIT = 4

/**
 * What an article costs a reader on a slow phone, by Lighthouse's mobile
 * throttling: the newest of a made-up newsroom without a picture, and the
 * newest with one, in this program's page; in plain pages of Hugo and Eleventy,
 * which have no style and no script; and in Starlight's, a theme for
 * documentation and the most popular one of Astro's that is a package: those for blogs
 * are repositories to be copied. All are compressed alike and served by
 * nginx over HTTP/2. First the bytes of a visit of four articles without a picture and of one with, by what they are of; then,
 * unless `--bytes` asks for no more, the times. `--articles 100`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { articles: { type: 'string', default: '100' }, bytes: { type: 'boolean', default: false } },
  })
  const newsroom = await corpus({ articles: Number(values.articles) })
  const { none, one } = await pagesToJudge(newsroom)
  const folder = resolve('.cache/bench/readers-cost')
  await mkdir(folder, { recursive: true })
  const sites: { name: string; site: string }[] = []
  for (const { name, make } of SITES) {
    const site = join(folder, 'served', String(sites.length))
    await compressedCopy(await make(newsroom, folder), site, join(folder, 'compressed'))
    sites.push({ name, site })
  }
  console.log(await bytesTable(sites, { none, one }, join(folder, 'nginx')))
  if (values.bytes) return
  console.log(`\n${await timesTable(sites, { none: none[0] ?? '', one }, join(folder, 'nginx'))}`)
}

/** @param folder for nginx */
async function timesTable(
  sites: readonly { name: string; site: string }[],
  pages: Record<string, string>,
  folder: string,
): Promise<string> {
  const rows: string[] = []
  // nginx has a certificate of its own making.
  const judge = await startJudge(['--ignore-certificate-errors'])
  try {
    for (const { name, site } of sites) {
      const nginx = await deployNginx(site, { at: folder })
      try {
        for (const [picture, path] of Object.entries(pages))
          rows.push(`| ${name} | ${picture} | ${await costOf(judge, nginx.origin + path)} |`)
      } finally {
        await nginx.stop()
      }
    }
  } finally {
    judge.stop()
  }
  return [
    '| page | picture | requests | HTML, KB | all, KB | largest contentful paint, s | layout shift | blocking time, ms |',
    '|---|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n')
}

/** Addresses on every site: the newest articles without a picture, and the newest with one. */
async function pagesToJudge(newsroom: string): Promise<{ none: string[]; one: string }> {
  const found: { path: string; at: string; picture: boolean }[] = []
  for await (const { category, slug, text, picture } of corpusArticles(newsroom)) {
    const at = /^publishedAt: (.*)/m.exec(text)?.[1] ?? ''
    found.push({ path: `/${category}/${slug}/`, at, picture: picture !== undefined })
  }
  found.sort((a, b) => b.at.localeCompare(a.at))
  const paths = (picture: boolean) =>
    found.filter((article) => article.picture === picture).map(({ path }) => path)
  return { none: paths(false).slice(0, VISIT), one: paths(true)[0] ?? '' }
}

async function costOf(judge: Judge, url: string): Promise<string> {
  const reports = await judge.reportsOn(url, ['performance'])
  const requests = reports.map(requestsOf)
  const sizeOf = (types: (type: string) => boolean) =>
    median(
      requests.map((all) =>
        all.reduce(
          (sum, { resourceType, transferSize }) => sum + (types(resourceType) ? transferSize : 0),
          0,
        ),
      ),
    ) / KB
  return [
    median(requests.map(({ length }) => length)),
    sizeOf((type) => type === 'Document').toFixed(1),
    sizeOf(() => true).toFixed(1),
    (metricOf(reports, 'largest-contentful-paint') / 1000).toFixed(2),
    metricOf(reports, 'cumulative-layout-shift').toFixed(3),
    metricOf(reports, 'total-blocking-time').toFixed(0),
  ].join(' | ')
}
