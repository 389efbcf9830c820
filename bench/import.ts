import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measured } from './measured.ts'
import { OLD_SITES, type OldSiteWriter } from './old-sites.ts'

const FOLDER = '.cache/bench/import'
const POSTS = 50_000

/**
 * The import of a generated export, into an empty newsroom and once more: items a
 * second and the most memory that it took, for a tenth of the posts beside all,
 * as an import should take the same for any number. `--posts` says how many, `--from` of which system.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { posts: { type: 'string' }, from: { type: 'string' } } })
  const { from = 'wordpress' } = values
  const write = Object.hasOwn(OLD_SITES, from) ? OLD_SITES[from] : undefined
  if (!write) throw new Error(`--from takes one of ${Object.keys(OLD_SITES).join(', ')}`)
  const posts = Number(values.posts ?? POSTS)
  if (!Number.isInteger(posts) || posts < 10) throw new Error('--posts takes a whole number, 10 or more')
  console.log('| run | items | MB read | seconds | of processor | items a second | peak memory, MiB |')
  console.log('|---|--:|--:|--:|--:|--:|--:|')
  const few = await measureRuns(from, write, Math.round(posts / 10))
  const many = await measureRuns(from, write, posts)
  const [first, second] = many.map((peak, i) => (peak / (few[i] ?? peak)).toFixed(2))
  console.log(
    `\nPeak with ten times as many items: ${first} times in the first run, ${second} in the second.`,
  )
}

/** @returns the peaks of the two runs, in MiB */
async function measureRuns(from: string, write: OldSiteWriter, posts: number): Promise<number[]> {
  await rm(FOLDER, { recursive: true, force: true })
  const newsroom = join(FOLDER, 'newsroom')
  await mkdir(join(newsroom, 'src'), { recursive: true })
  await writeFile(
    join(newsroom, 'src/site.config.ts'),
    `export default { name: 'Bench', tagline: 'Bench', url: 'https://bench.example/' }`,
  )
  const { path, bytes } = await write(join(FOLDER, 'old'), posts)
  const peaks: number[] = []
  for (const name of ['first', 'second']) {
    const command = ['src/cli/news.ts', 'import', from, path, '--no-check']
    const { seconds, processor, peak } = await measured(process.execPath, command, { NEWSROOM: newsroom })
    const figures = [bytes / 1e6, seconds, processor].map((figure) => figure.toFixed(1))
    console.log(`| ${[name, posts, ...figures, (posts / seconds).toFixed(0), peak.toFixed(0)].join(' | ')} |`)
    peaks.push(peak)
  }
  return peaks
}
