import { cp, mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadedProgram } from '#publisher/loaded/loaded-program.ts'
import type { Published, SiteMaker } from '#publisher/site-maker.ts'
import { startNginx } from '../tests/support/nginx.ts'
import { corpus } from './corpus.ts'
import { field, treeOf } from './measured-tree.ts'
import { EVENTS, type Event, type Saved } from './publisher/events.ts'
import { publishedByPush } from './publisher/pushed.ts'
import { Served } from './publisher/served.ts'

/** The moment of the first publication, after the newest article of the corpus. */
const BEGIN = Date.UTC(2025, 6, 1)

/**
 * Times what a loaded program takes to publish a change of a made-up newsroom: from the moment at which the last file is
 * saved, or comes due, to the moment at which nginx answers with the new page, and with the new search index; and from a
 * `git push` to a bare repository of the machine on, by the publisher as a service, where nothing has to come due. Median
 * and worst of `--runs 20`, for `--articles 10000`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '20' },
      events: { type: 'string', default: Object.keys(EVENTS).join() },
    },
  })
  const folder = resolve(`.cache/bench/publisher/${values.articles}`)
  const newsroom = join(folder, 'newsroom')
  await rm(newsroom, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(await corpus({ articles: Number(values.articles) }), newsroom, { recursive: true })
  const outDir = join(folder, 'dist')
  const maker = loadedProgram({
    newsroom,
    outDir,
    program: resolve('.'),
    env: { ...process.env, CACHE_DIR: join(folder, 'caches') },
  })
  const memory = watchMemory()
  const runs = Number(values.runs)
  const names = Object.keys(EVENTS).filter((name) => values.events.split(',').includes(name))
  try {
    const first = await publish(maker, BEGIN)
    console.error(`first publication: ${stepsOf(first)}`)
    const nginx = await startNginx(outDir, '/', join(folder, 'nginx'))
    try {
      const served = new Served(nginx.port)
      console.log('| event | page, s | worst | search, s | worst |\n|---|---|---|---|---|')
      let clock = BEGIN
      for (const name of names) {
        const times: Times[] = []
        for (let run = 0; run < runs; run++) {
          clock += 60_000
          times.push(await timed(EVENTS[name] as Event, { maker, served, newsroom, run, clock }))
        }
        printRow(name, times)
      }
    } finally {
      await nginx.stop()
    }
  } finally {
    memory.stop()
    await maker.close()
  }
  await runPushed(names, runs, newsroom, folder)
  console.log(
    `\nmost memory of all processes at once, without those of the pushes: ${memory.stop().toFixed(0)} MiB`,
  )
}

async function runPushed(
  names: readonly string[],
  runs: number,
  newsroom: string,
  folder: string,
): Promise<void> {
  const outlet = await publishedByPush(newsroom, join(folder, 'pushed'))
  try {
    const nginx = await startNginx(outlet.outDir, '/', join(folder, 'nginx'))
    try {
      const served = new Served(nginx.port)
      for (const name of names) {
        const times: Times[] = []
        for (let run = 0; run < runs; run++) {
          const saved = await EVENTS[name]?.({ newsroom: outlet.clone, run: runs + run, clock: BEGIN })
          if (!saved || saved.prepare) break
          await outlet.commit()
          const [time] = await seenAfter(served, saved, outlet.push)
          times.push(time)
        }
        if (times.length > 0) printRow(`${name}, by \`git push\``, times)
      }
    } finally {
      await nginx.stop()
    }
  } finally {
    await outlet.stop()
  }
}

function printRow(name: string, times: readonly Times[]): void {
  const [pages, searches] = [times.map(({ page }) => page), times.map(({ search }) => search)]
  console.log(`| ${name} | ${[pages, searches].map(row).join(' | ')} |`)
}

interface Times {
  page: number
  search: number
}

interface Run {
  maker: SiteMaker
  served: Served
  newsroom: string
  run: number
  clock: number
}

async function timed(event: Event, { maker, served, newsroom, run, clock }: Run): Promise<Times> {
  const saved = await event({ newsroom, run, clock })
  // What is to come due has been published, and held back, before.
  if (saved.prepare) await publish(maker, clock - 30_000)
  const [times, published] = await seenAfter(served, saved, () => publish(maker, clock))
  console.error(
    `${event.name} ${run}: ${times.page.toFixed(2)}, ${times.search.toFixed(2)} s: ${stepsOf(published)}`,
  )
  return times
}

/** Does what publishes something that was saved. @returns seconds until it is answered, and what that has given */
async function seenAfter<Result>(
  served: Served,
  { path, text }: Saved,
  work: () => Promise<Result>,
): Promise<[Times, Result]> {
  const index = await served.body('/pagefind/indexes.json')
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const seen = served.until(path, (body) => body.includes(text)).then(seconds)
  const searched = served.until('/pagefind/indexes.json', (body) => body !== index).then(seconds)
  // Where nothing is published, they never see it, and its error is the one to be told.
  for (const waiting of [seen, searched]) waiting.catch(() => {})
  const result = await work()
  return [{ page: await seen, search: await searched }, result]
}

async function publish(maker: SiteMaker, at: number): Promise<Published> {
  const published = await maker.publish({ at })
  if (published.outcome === 'refused') throw new Error(published.message)
  return published
}

function stepsOf({ rendered, steps }: Published): string {
  return `${rendered} rendered, ${steps.map(({ step, seconds }) => `${step} ${seconds.toFixed(2)}`).join(', ')}`
}

function row(seconds: readonly number[]): string {
  const sorted = seconds.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  return `${median.toFixed(2)} | ${(sorted.at(-1) ?? 0).toFixed(2)}`
}

/** The most memory of this process's children, looked at five times a second. */
function watchMemory(): { stop(): number } {
  let most = 0
  const timer = setInterval(() => {
    const children = treeOf(process.pid).filter((pid) => pid !== process.pid)
    most = Math.max(
      most,
      children.reduce((sum, pid) => sum + field(pid, 'status', 'VmRSS') / 1024, 0),
    )
  }, 200)
  return {
    stop() {
      clearInterval(timer)
      return most
    },
  }
}
