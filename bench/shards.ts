import { constants } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkOut } from '../tests/support/checkout.ts'
import { corpus } from './corpus.ts'
import { measuredTree } from './measured-tree.ts'
import { editCorpus } from './publish/edits.ts'

const FOLDER = resolve('.cache/bench/shards')
/** The same paths on every machine. */
const PROGRAM = join(FOLDER, 'program')
const NEWSROOM = join(FOLDER, 'newsroom')
const CACHES = join(PROGRAM, '.cache')
const PARTS = join(FOLDER, 'parts')

interface Took {
  /** On the wall. */
  seconds: number
  /** Seconds of processor. */
  processor: number
  /** Those of them before the first page: what does not become less with more shards. */
  before: number
  /** MiB */
  peak: number
}

/**
 * Builds a made-up newsroom in shards and makes one site of them, each build
 * as if it had the machine to itself, with caches of its own; then again after
 * a word has changed; and beside that in one build. `--articles 600`, `--shards 4`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '600' },
      shards: { type: 'string', default: '4' },
    },
  })
  const count = Number(values.shards)
  if (!Number.isInteger(count) || count < 1) throw new Error('--shards takes a whole number')
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  await cp(await corpus({ articles: Number(values.articles) }), NEWSROOM, { recursive: true })

  const first = await round(count)
  await editCorpus(join(NEWSROOM, 'articles'), 'one-article', 1)
  const second = await round(count)
  console.log(
    `| ${values.articles} articles | s | of processor | before the first page | MiB | after one change, s | of processor | before the first page | MiB |\n|---|${'--:|'.repeat(8)}`,
  )
  for (const [build, took] of first) {
    console.log(`| ${build} | ${cellOf(took)} | ${cellOf(second.get(build))} |`)
  }
  await tellLimits(Number(values.articles))
}

/** All builds once, by what each is. */
async function round(count: number): Promise<Map<string, Took>> {
  const took = new Map([['in one build', await onMachine('one')]])
  await rm(PARTS, { recursive: true, force: true })
  await mkdir(PARTS)
  for (let number = 1; number <= count; number++) {
    const shard = `${number}/${count}`
    took.set(`shard ${shard}`, await onMachine(`shard-${number}`, { SHARD: shard }))
    const left = join(FOLDER, `shard-${number}`, 'build/dist')
    // Node's own copies have times that are rounded.
    execFileSync('cp', ['-a', left, join(PARTS, String(number))])
  }
  return took.set('the site of them', await onMachine('merge', { PARTS }))
}

/** Builds in a new checkout, with the caches that this machine has kept. */
async function onMachine(name: string, of: Record<string, string> = {}): Promise<Took> {
  const kept = join(FOLDER, name)
  await checkOut(PROGRAM)
  if (existsSync(kept)) await rename(kept, CACHES)
  const env = { NEWSROOM, CACHE_DIR: CACHES, OUT_DIR: join(PROGRAM, 'dist'), SOURCE_DATE_EPOCH: '1751328000' }
  const { seconds, processor, peak, lines } = await measuredTree('npx', ['astro', 'build'], {
    cwd: PROGRAM,
    env: { ...env, ...of },
  })
  const before = lines.find(({ text }) => text.includes('generating static routes'))?.processor
  if (before === undefined) throw new Error('Astro does not tell any more when it begins to make pages.')
  await rename(CACHES, kept)
  return { seconds, processor, before, peak }
}

function cellOf(took: Took | undefined): string {
  const { seconds = 0, processor = 0, before = 0, peak = 0 } = took ?? {}
  return `${seconds.toFixed(0)} | ${processor.toFixed(0)} | ${before.toFixed(0)} | ${peak.toFixed(0)}`
}

/** How large a newsroom may be for what is read and written as one text. */
async function tellLimits(articles: number): Promise<void> {
  const { size } = await stat(join(FOLDER, 'merge/build/dist/data-store.json'))
  const most = Math.floor(constants.MAX_STRING_LENGTH / (size / articles) / 1000) * 1000
  console.log(
    `\ndata-store.json: ${Math.round(size / articles)} bytes an article, of ${constants.MAX_STRING_LENGTH} that Node can hold: ${most} articles at most`,
  )
}
