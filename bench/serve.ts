import { mkdir, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { build } from '../tests/support/build.ts'
import { ask, deployNginx } from '../tests/support/deployed.ts'
import { SAMPLE, SAMPLE_DIST } from '../tests/support/sites.ts'
import { type Load, load } from '../tests/support/wrk.ts'
import { newestArticle } from './newest-article.ts'

const BARE = '.cache/bench/bare'
const HEADERS = { 'Accept-Encoding': 'br' }
/** The best run counts, as other programs of the machine can only slow a run down. */
const RUNS = 3

/**
 * What nginx, set up by `deploy/nginx.conf`, serves over HTTPS on loopback: an
 * article of the sample beside a file of as many bytes, without a header of
 * ours, that is sent as it is.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      connections: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '10' },
    },
  })
  const options = {
    connections: Number(values.connections),
    seconds: Number(values.seconds),
    headers: HEADERS,
  }
  const { exitCode, output } = await build({ newsroom: SAMPLE, outDir: SAMPLE_DIST })
  if (exitCode !== 0) throw new Error(output)
  const article = `/${newestArticle(SAMPLE_DIST).article}`
  const nginx = await deployNginx(SAMPLE_DIST, { at: '.cache/bench/nginx' })
  const { body } = await ask(nginx.origin, article, HEADERS)
  await rm(BARE, { recursive: true, force: true })
  await mkdir(BARE, { recursive: true })
  await writeFile(`${BARE}/bare.bin`, body)
  const bare = await deployNginx(BARE, { at: '.cache/bench/bare-nginx', bare: true })
  try {
    console.log('| what | bytes | requests a second | not 200 | broken |')
    console.log('|---|---|---|---|---|')
    for (const [name, url] of [
      ['article', nginx.origin + article],
      ['bare file', `${bare.origin}/bare.bin`],
    ] as const) {
      const runs: Load[] = []
      for (let i = 0; i < RUNS; i++) runs.push(await load(url, options))
      const best = runs.reduce((a, b) => (b.perSecond > a.perSecond ? b : a))
      const sum = (key: 'refused' | 'broken') => runs.reduce((total, each) => total + each[key], 0)
      console.log(
        `| ${name} | ${body.length} | ${Math.round(best.perSecond)} | ${sum('refused')} | ${sum('broken')} |`,
      )
    }
  } finally {
    await Promise.all([nginx.stop(), bare.stop()])
  }
}
