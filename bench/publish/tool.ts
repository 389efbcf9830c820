/** What one build took. */
export interface Took {
  /** Seconds on the wall. */
  pages: number
  /** Undefined where it is made beside the pages. */
  search: number | undefined
  /** MiB: the most that all processes had at once. */
  peak: number
  /** MiB */
  written: number
}

export const SCENARIOS = ['full', 'nothing', 'one-article', 'new-article', 'template-change'] as const
export type Scenario = (typeof SCENARIOS)[number]

export function isScenario(name: string): name is Scenario {
  return (SCENARIOS as readonly string[]).includes(name)
}

/** A site generator on its copy of the corpus. */
export interface Tool {
  name: string
  /** Folder of the built site. */
  output: string
  /** Makes its copy of the corpus, and whatever it builds once for all: scaled pictures, say. */
  prepare(): Promise<void>
  /** Puts in place what a scenario starts from, `run` telling one from the next. */
  before(scenario: Scenario, run: number): Promise<void>
  /** @throws Error when it fails, or has used again what a scenario took away */
  build(scenario: Scenario): Promise<Took>
}
