import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { corpus } from './corpus.ts'

const RUNS = 3

/** Times `news check` on a made-up newsroom: cold, every picture decoded, and warm, none. Medians of three runs. */
export async function run(args: string[]): Promise<void> {
  const options = { articles: { type: 'string', default: '10000' } } as const
  const articles = Number(parseArgs({ args, options }).values.articles)
  if (!Number.isInteger(articles) || articles < 1) throw new Error('--articles takes a whole number')
  const newsroom = await corpus({ articles })
  console.log('| articles | pictures | seconds | of processor | peak memory, MB |\n|--:|---|--:|--:|--:|')
  for (const pictures of ['decoded', 'known'] as const) {
    const runs: Measured[] = []
    for (let i = 0; i < RUNS; i++) {
      if (pictures === 'decoded') await rm(join(newsroom, '.cache'), { recursive: true, force: true })
      runs.push(await measure(newsroom))
    }
    const median = runs.toSorted((a, b) => a.seconds - b.seconds)[1] as Measured
    console.log(
      `| ${articles} | ${pictures} | ${median.seconds.toFixed(2)} | ${median.processor.toFixed(2)} | ${Math.max(...runs.map(({ peak }) => peak))} |`,
    )
  }
}

interface Measured {
  /** On the wall. */
  seconds: number
  /** Seconds that cores were at work: on a busy machine the truer figure. */
  processor: number
  /** MB */
  peak: number
}

// The process tells what it took as it ends.
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(
  "import fs from 'node:fs'; process.on('exit', () => fs.writeSync(3, JSON.stringify(process.resourceUsage())))",
)}`

function measure(newsroom: string): Promise<Measured> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', TELL_USAGE, 'src/cli/news.ts', 'check'], {
    env: { ...process.env, NEWSROOM: newsroom },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const said = ['', '', '', '']
  for (const i of [1, 2, 3]) child.stdio[i]?.on('data', (chunk) => (said[i] += chunk))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      if (code !== 0) fail(new Error(`${said[1]}${said[2]}`))
      else done(measured((performance.now() - start) / 1000, JSON.parse(said[3] ?? '')))
    })
  })
}

function measured(seconds: number, usage: NodeJS.ResourceUsage): Measured {
  const processor = (usage.userCPUTime + usage.systemCPUTime) / 1e6
  return { seconds, processor, peak: Math.round(usage.maxRSS / 1024) }
}
