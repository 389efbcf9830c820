import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Optimisation, OPTIMISATIONS, withoutIt } from './ablation/optimisations.ts'
import { corpus } from './corpus.ts'
import type { Scenario, Took } from './publish/tool.ts'
import { warta } from './publish/warta.ts'

const CHANGES: readonly Scenario[] = ['full', 'nothing', 'one-article']

/**
 * What each optimisation saves: builds of a made-up newsroom without it beside builds with all, in full, with nothing
 * changed and with one article changed; seconds and MiB that are lost without it. The builds with all are made
 * first and last, so that their difference tells how far the machine swings.
 * `--articles 10000`, `--only` with a part of a name.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { articles: { type: 'string', default: '10000' }, only: { type: 'string', default: '' } },
  })
  const articles = Number(values.articles)
  const folder = resolve(`.cache/bench/ablation/${articles}`)
  const tool = warta(await corpus({ articles }), folder)
  await tool.prepare()
  let number = 0
  const measure = async (name: string): Promise<Took[]> => {
    const took: Took[] = []
    number++
    for (const scenario of CHANGES) {
      await tool.before(scenario, number)
      took.push(await tool.build(scenario))
    }
    console.error(`${name}: ${took.map(({ pages }) => pages.toFixed(1)).join(', ')} s`)
    return took
  }
  const first = await measure('with all')
  const chosen = OPTIMISATIONS.filter(({ name }) => name.includes(values.only))
  const without: [Optimisation, Took[]][] = []
  for (const optimisation of chosen) {
    const path = join(folder, 'program', optimisation.file)
    const text = await readFile(path, 'utf8')
    await writeFile(path, withoutIt(optimisation, text))
    without.push([optimisation, await measure(`without: ${optimisation.name}`)])
    await writeFile(path, text)
  }
  const last = await measure('with all, again')
  const head = CHANGES.flatMap((scenario) => [`${scenario}, s`, `${scenario}, MiB`])
  console.log(`| ${articles} articles | ${head.join(' | ')} |\n|---|${head.map(() => '--:').join('|')}|`)
  console.log(row('with all', first, String))
  for (const [{ name }, took] of without)
    console.log(row(`without: ${name}`, lost(took, first, last), signed))
  console.log(row('with all, again', lost(last, first, first), signed))
}

type Cost = Pick<Took, 'pages' | 'peak'>

/** What builds took more than the mean of two others. */
function lost(took: readonly Took[], first: readonly Took[], last: readonly Took[]): Cost[] {
  return took.map((now, i) => {
    const [a, b] = [first[i] as Took, last[i] as Took]
    return { pages: now.pages - (a.pages + b.pages) / 2, peak: now.peak - (a.peak + b.peak) / 2 }
  })
}

function row(name: string, took: readonly Cost[], write: (figure: string) => string): string {
  const cells = took.flatMap(({ pages, peak }) => [write(pages.toFixed(1)), write(peak.toFixed(0))])
  return `| ${[name, ...cells].join(' | ')} |`
}

function signed(figure: string): string {
  return figure.startsWith('-') ? figure : `+${figure}`
}
