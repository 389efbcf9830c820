import { KINDS, type Made, pagesOf } from './made.ts'
import { SCENARIOS, type Scenario, type Took, type Tool } from './tool.ts'

/** What is known of a tool. */
export interface Measured {
  tool: Tool
  /** Run by run. */
  took: Map<Scenario, Took[]>
  /** By its first full build. */
  made?: Made
}

/** The median run of each scenario and tool, and what it is of the last tool's full build; Markdown. */
export function timesTable(measured: readonly Measured[], articles: number): string {
  const last = measured.at(-1) as Measured
  const yardstick = togetherOf(medianOf(last.took.get('full')))
  const head = [
    ...[`${articles} articles`, 'tool', 'pages', 'making them, s', 'search, s', 'together, s'],
    ...[`of ${last.tool.name} in full`, 'memory, MiB', 'written, MiB'],
  ]
  const rows = SCENARIOS.flatMap((scenario) => {
    const ran = measured.filter(({ took }) => took.has(scenario))
    return ran.map(({ tool, took, made }) => {
      const median = medianOf(took.get(scenario))
      const together = togetherOf(median)
      return [
        ...[scenario, tool.name, String(made && pagesOf(made))],
        ...[median.pages, median.search, together].map((seconds) => seconds?.toFixed(1) ?? '–'),
        ...[(together / yardstick).toFixed(3), median.peak.toFixed(0), median.written.toFixed(0)],
      ]
    })
  })
  return table(head, 2, rows)
}

/** Files of each kind that each tool made; Markdown. */
export function madeTable(measured: readonly Measured[]): string {
  const head = ['made in full', ...measured.map(({ tool }) => tool.name)]
  const rows = KINDS.map((kind) => [kind, ...measured.map(({ made }) => String(made?.[kind]))])
  return table(head, 1, rows)
}

/** @param texts columns from the left that hold no figures */
function table(head: readonly string[], texts: number, rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = `|${head.map((_, i) => (i < texts ? '---' : '--:')).join('|')}|`
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`
}

function togetherOf({ pages, search = 0 }: Took): number {
  return pages + search
}

/** The run that took neither long nor short: its parts belong together. */
function medianOf(runs: readonly Took[] = []): Took {
  const sorted = runs.toSorted((a, b) => togetherOf(a) - togetherOf(b))
  return sorted[Math.floor(runs.length / 2)] as Took
}
