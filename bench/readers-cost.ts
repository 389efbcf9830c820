import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { deployNginx } from '../tests/support/deployed.ts'
import { corpus } from './corpus.ts'
import { type Judge, median, metricOf, requestsOf, startJudge } from './judged-page.ts'
import { corpusArticles } from './publish/corpus-articles.ts'
import { compressedCopy } from './readers-cost/compressed-copy.ts'
import { SITES } from './readers-cost/sites.ts'

const KB = 1024

/**
 * What an article costs a reader on a slow phone, by Lighthouse's mobile
 * throttling: the newest of a made-up newsroom without a picture, and the
 * newest with one, in this program's page; in plain pages of Hugo and Eleventy,
 * which have no style and no script; and in Starlight's, a theme for
 * documentation and the most popular one of Astro's that is a package: those for blogs
 * are repositories to be copied. All are compressed alike and served by
 * nginx over HTTP/2. `--articles 100`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { articles: { type: 'string', default: '100' } } })
  const newsroom = await corpus({ articles: Number(values.articles) })
  const pages = await pagesToJudge(newsroom)
  const folder = resolve('.cache/bench/readers-cost')
  await mkdir(folder, { recursive: true })
  const sites: { name: string; site: string }[] = []
  for (const { name, make } of SITES) {
    const site = join(folder, 'served', String(sites.length))
    await compressedCopy(await make(newsroom, folder), site, join(folder, 'compressed'))
    sites.push({ name, site })
  }
  const rows: string[] = []
  // nginx has a certificate of its own making.
  const judge = await startJudge(['--ignore-certificate-errors'])
  try {
    for (const { name, site } of sites) {
      const nginx = await deployNginx(site, { at: join(folder, 'nginx') })
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
  console.log(
    '| page | picture | requests | HTML, KB | all, KB | largest contentful paint, s | layout shift | blocking time, ms |\n|---|---|--:|--:|--:|--:|--:|--:|',
  )
  console.log(rows.join('\n'))
}

/** Addresses on every site, by whether a picture is shown. */
async function pagesToJudge(newsroom: string): Promise<Record<'none' | 'one', string>> {
  const newest = { none: { path: '', at: '' }, one: { path: '', at: '' } }
  for await (const { category, slug, text, picture } of corpusArticles(newsroom)) {
    const at = /^publishedAt: (.*)/m.exec(text)?.[1] ?? ''
    const kind = picture ? 'one' : 'none'
    if (at > newest[kind].at) newest[kind] = { path: `/${category}/${slug}/`, at }
  }
  return { none: newest.none.path, one: newest.one.path }
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
