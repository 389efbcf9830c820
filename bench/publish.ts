import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { corpus } from './corpus.ts'
import { hugo } from './publish/hugo.ts'
import { SCENARIOS, type Scenario, type Took, type Tool } from './publish/tool.ts'
import { warta } from './publish/warta.ts'

const TOOLS = { warta, hugo }

/**
 * Times what it takes to publish a made-up newsroom, and then to publish it
 * again after a change, beside other site generators with equal pages: runs by
 * turns, medians, the total of each scenario beside the last tool's full build.
 * `--articles 10000`, `--runs 3`, `--tools warta,hugo`. The others' own programs must be on the path.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '3' },
      tools: { type: 'string', default: 'warta,hugo' },
    },
  })
  const articles = Number(values.articles)
  const newsroom = await corpus({ articles })
  const folder = resolve(`.cache/bench/publish/${articles}`)
  await mkdir(folder, { recursive: true })
  const tools = values.tools.split(',').map((name) => {
    if (!Object.hasOwn(TOOLS, name))
      throw new Error(`--tools takes names of ${Object.keys(TOOLS).join(', ')}`)
    return TOOLS[name as keyof typeof TOOLS](newsroom, folder)
  })
  for (const tool of tools) await tool.prepare()

  const taken = new Map<string, Took[]>()
  for (let run = 1; run <= Number(values.runs); run++) {
    for (const scenario of SCENARIOS) {
      for (const tool of tools) {
        await tool.before(scenario, run)
        const took = await tool.build()
        taken.set(keyOf(tool, scenario), [...(taken.get(keyOf(tool, scenario)) ?? []), took])
        console.error(
          `${tool.name}, ${scenario}, run ${run}: ${took.pages.toFixed(1)} + ${took.search.toFixed(1)} s`,
        )
      }
    }
  }
  print(tools, taken, articles)
}

function print(tools: readonly Tool[], taken: ReadonlyMap<string, Took[]>, articles: number): void {
  const medians = (tool: Tool, scenario: Scenario) => medianOf(taken.get(keyOf(tool, scenario)) ?? [])
  const last = tools.at(-1) as Tool
  const { pages, search } = medians(last, 'full')
  console.log(
    `| ${articles} articles | tool | pages, s | search, s | together, s | of ${last.name} in full | memory, MiB | written, MiB |\n|---|---|--:|--:|--:|--:|--:|--:|`,
  )
  for (const scenario of SCENARIOS) {
    for (const tool of tools) {
      const took = medians(tool, scenario)
      const together = took.pages + took.search
      const figures = [took.pages, took.search, together].map((seconds) => seconds.toFixed(1))
      const ratio = (together / (pages + search)).toFixed(3)
      console.log(
        `| ${scenario} | ${tool.name} | ${figures.join(' | ')} | ${ratio} | ${took.peak.toFixed(0)} | ${took.written.toFixed(0)} |`,
      )
    }
  }
}

function medianOf(runs: readonly Took[]): Took {
  const of = (field: keyof Took) =>
    runs.map((took) => took[field]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0
  return { pages: of('pages'), search: of('search'), peak: of('peak'), written: of('written') }
}

function keyOf({ name }: Tool, scenario: Scenario): string {
  return `${name} ${scenario}`
}
