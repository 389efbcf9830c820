import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { readSite } from '#desk/read-site.ts'
import { isError } from '#desk/problem.ts'
import { judgeSite } from '#build/verify/rules.ts'
import { Analyser } from '#build/analyse/analyser.ts'
import { storeFacts } from '#build/analyse/known-facts.ts'
import { filesIn } from '#build/files-in.ts'
import { readOutput } from '#build/verify/output.ts'
import { corpus } from './corpus.ts'
import { measured } from './measured.ts'

const RUNS = 3

/** Builds a made-up newsroom and times the verifier on it: every file read, and none. Medians of three runs. */
export async function run(args: string[]): Promise<void> {
  const options = { articles: { type: 'string', default: '1000' } } as const
  const articles = Number(parseArgs({ args, options }).values.articles)
  if (!Number.isInteger(articles) || articles < 1) throw new Error('--articles takes a whole number')
  const newsroom = await corpus({ articles })
  const folder = resolve('.cache/bench/verify')
  await measured('npx', ['astro', 'build'], { NEWSROOM: newsroom, OUT_DIR: folder })
  const { url } = await readSite(newsroomFolder(newsroom))
  const store = resolve('.cache/bench/verified')
  const made = new Set(filesIn(folder))
  console.log('| articles | pages and feeds | read | seconds | of processor |\n|--:|--:|---|--:|--:|')
  for (const read of ['all', 'none'] as const) {
    const runs: { seconds: number; processor: number }[] = []
    let count = 0
    for (let i = 0; i < RUNS; i++) {
      const [began, cpu] = [performance.now(), process.cpuUsage()]
      const analyser = new Analyser({ folder, site: url }, read === 'all' ? 'nowhere' : store)
      const options = { site: url, analyser, given: new Set<string>(), programs: [], excluded: [] }
      const output = await readOutput(folder, options)
      const site = { output, routes: made, preview: false, last: undefined, maxLoss: 0 }
      const faults = judgeSite(site).filter(isError)
      if (faults.length > 0)
        throw new Error(`The newsroom has faults: ${faults[0]?.file} ${faults[0]?.message}`)
      storeFacts(store, url, output)
      const { user, system } = process.cpuUsage(cpu)
      runs.push({ seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6 })
      count = output.facts.size
    }
    const median = runs.toSorted((a, b) => a.processor - b.processor)[1]
    console.log(
      `| ${articles} | ${count} | ${read} | ${median?.seconds.toFixed(2)} | ${median?.processor.toFixed(2)} |`,
    )
  }
}
