import { mkdir, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { corpus } from './corpus.ts'
import { eleventy } from './publish/eleventy.ts'
import { hugo } from './publish/hugo.ts'
import { madeIn } from './publish/made.ts'
import { type Measured, madeTable, timesTable } from './publish/tables.ts'
import { isScenario, SCENARIOS } from './publish/tool.ts'
import { warta } from './publish/warta.ts'

const TOOLS = { warta, eleventy, hugo }

/**
 * Times what it takes to publish a made-up newsroom, and then to publish it
 * again after a change, beside other site generators with equal pages: runs by
 * turns, medians, the total of each scenario beside the last tool's full build.
 * Then tells what each full build has made, of what kind.
 * `--articles 10000`, `--runs 3`, `--tools warta,eleventy,hugo`, and of the changes those that `--changes` names. Hugo
 * must be on the path.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '3' },
      tools: { type: 'string', default: 'warta,eleventy,hugo' },
      changes: { type: 'string', default: SCENARIOS.slice(1).join() },
    },
  })
  const articles = Number(values.articles)
  const newsroom = await corpus({ articles })
  const folder = resolve(`.cache/bench/publish/${articles}`)
  await mkdir(folder, { recursive: true })
  const measured = values.tools.split(',').map((name): Measured => {
    if (!Object.hasOwn(TOOLS, name))
      throw new Error(`--tools takes names of ${Object.keys(TOOLS).join(', ')}`)
    return { tool: TOOLS[name as keyof typeof TOOLS](newsroom, folder), took: new Map() }
  })
  const changes = values.changes.split(',')
  if (!changes.every(isScenario)) throw new Error(`--changes takes names of ${SCENARIOS.slice(1).join(', ')}`)
  for (const { tool } of measured) await tool.prepare()

  const categories = await categoriesOf(newsroom)
  for (let run = 1; run <= Number(values.runs); run++) {
    for (const scenario of new Set(['full', ...changes] as const)) {
      for (const each of measured) {
        const { tool, took } = each
        await tool.before(scenario, run)
        const now = await tool.build(scenario)
        took.set(scenario, [...(took.get(scenario) ?? []), now])
        if (scenario === 'full') each.made ??= await madeIn(tool.output, categories)
        const parts = [now.pages, now.search ?? []].flat().map((seconds) => seconds.toFixed(1))
        console.error(`${tool.name}, ${scenario}, run ${run}: ${parts.join(' + ')} s`)
      }
    }
  }
  console.log(timesTable(measured, articles))
  console.log(madeTable(measured))
}

async function categoriesOf(newsroom: string): Promise<string[]> {
  const files = await readdir(join(newsroom, 'src/content/categories'))
  return files.map((file) => basename(file, '.yml'))
}
