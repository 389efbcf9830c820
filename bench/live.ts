import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadedProgram } from '#publisher/loaded/loaded-program.ts'
import type { SiteMaker } from '#publisher/site-maker.ts'
import { deployNginx } from '../tests/support/deployed.ts'
import { load } from '../tests/support/wrk.ts'
import { corpus } from './corpus.ts'
import { LiveReader } from './live/reader.ts'

/** The moment of the first publication, after the newest article of the corpus. */
const BEGIN = Date.UTC(2025, 6, 1)
const ARTICLE = 'articles/2025/07/bench-live'
const STATUS = '/fragments/live/bench-live.json'
/** Milliseconds between two questions of a reader. */
const EVERY = 10_000
/** Readers of whom it is measured when they have an entry; the others only ask. */
const WATCHED = 10

/**
 * Publishes `--entries 100` of live coverage with a loaded program, in a made-up newsroom of `--articles 1000`, while
 * `--readers 1000` ask nginx, set up by `deploy/nginx.conf`, for the state every ten seconds. Prints how long it takes from
 * a saved file until nginx answers with it and until a reader has it, median and worst, and how many answers were neither
 * 200 nor 304.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '1000' },
      entries: { type: 'string', default: '100' },
      readers: { type: 'string', default: '1000' },
    },
  })
  const folder = resolve('.cache/bench/live')
  const newsroom = join(folder, 'newsroom')
  await rm(newsroom, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(await corpus({ articles: Number(values.articles) }), newsroom, { recursive: true })
  await startCoverage(newsroom)
  const outDir = join(folder, 'dist')
  const maker = loadedProgram({
    newsroom,
    outDir,
    program: resolve('.'),
    env: { ...process.env, CACHE_DIR: join(folder, 'caches') },
  })
  try {
    await publish(maker, BEGIN)
    const nginx = await deployNginx(outDir, { at: join(folder, 'nginx') })
    try {
      const readers = Array.from(
        { length: WATCHED },
        (_, i) => new LiveReader(nginx.origin, STATUS, { every: EVERY, after: (i * EVERY) / WATCHED }),
      )
      const connections = Number(values.readers)
      const seconds = Number(values.entries) * 3 + 30
      const asked = load(nginx.origin + STATUS, { connections, seconds, every: EVERY })
      const served = await publishEntries(Number(values.entries), { maker, newsroom, watcher: readers[0] })
      // Each reader asks once more.
      await wait(EVERY + 1000)
      const seen = readers.flatMap((reader) =>
        [...reader.seen].map(([id, at]) => at - (served.saved.get(id) ?? at)),
      )
      const others = readers.reduce((sum, reader) => sum + reader.otherAnswers, 0)
      for (const reader of readers) reader.stop()
      const { requests, refused, broken } = await asked
      console.log('| what | median, s | worst, s |\n|---|---|---|')
      console.log(`| nginx answers with the entry | ${row(served.times)} |`)
      console.log(`| a reader who asks every ${EVERY / 1000} s has it | ${row(seen)} |`)
      console.log(
        `\n${connections} readers asked ${requests} times: ${refused + others} answers other than 200 and 304, ${broken} connections broken`,
      )
      const expected = readers.length * Number(values.entries)
      console.log(
        `${seen.length} of ${expected} entries came to the ${readers.length} readers that were watched`,
      )
    } finally {
      await nginx.stop()
    }
  } finally {
    await maker.close()
  }
}

async function startCoverage(newsroom: string): Promise<void> {
  const { categories, authors } = await namesIn(newsroom)
  const front = [
    'title: A day at the quay',
    'description: As it happens.',
    `category: ${categories}`,
    `authors: [${authors}]`,
    'publishedAt: 2025-06-30T20:00Z',
    'live: { state: live, from: 2025-06-30T20:00Z }',
  ]
  await mkdir(join(newsroom, ARTICLE, 'live'), { recursive: true })
  await writeFile(
    join(newsroom, `${ARTICLE}.md`),
    `---\n${front.join('\n')}\n---\n\nWhat happens at the quay.\n`,
  )
}

/** A section and an author of the newsroom. */
async function namesIn(newsroom: string): Promise<{ categories: string; authors: string }> {
  const first = async (name: string) => {
    const files = (await readdir(join(newsroom, 'src/content', name))).sort()
    return (files.find((file) => file.endsWith('.yml')) ?? '').replace('.yml', '')
  }
  return { categories: await first('categories'), authors: await first('authors') }
}

interface Publishing {
  maker: SiteMaker
  newsroom: string
  watcher: LiveReader | undefined
}

/** Saves and publishes entries one after the other. @returns when each was saved, and seconds until nginx has it */
async function publishEntries(count: number, { maker, newsroom, watcher }: Publishing) {
  const saved = new Map<string, number>()
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const at = BEGIN + (i + 1) * 60_000
    const id = `entry-${i + 1}`
    const text = `---\nat: ${new Date(at).toISOString()}\nkey: ${i % 10 === 0}\n---\n\nEntry ${i + 1}, with a few words on what has happened.\n`
    const began = performance.now() / 1000
    saved.set(id, began)
    await writeFile(join(newsroom, ARTICLE, 'live', `${id}.md`), text)
    const answered = watcher?.answersWith(id).then(() => times.push(performance.now() / 1000 - began))
    await publish(maker, at)
    await answered
  }
  return { saved, times }
}

async function publish(maker: SiteMaker, at: number): Promise<void> {
  const published = await maker.publish({ at })
  if (published.outcome === 'refused') throw new Error(published.message)
  const { rendered, steps } = published
  // Entries come apart from each other: the next one waits for nothing of this one.
  await published.searched
  console.error(
    `${rendered} rendered, ${steps.map(({ step, seconds }) => `${step} ${seconds.toFixed(2)}`).join(', ')}`,
  )
}

function row(seconds: readonly number[]): string {
  const sorted = seconds.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  return `${median.toFixed(2)} | ${(sorted.at(-1) ?? 0).toFixed(2)}`
}
