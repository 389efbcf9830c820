/** What became of a line: it counted, or the first of these reasons why it did not. */
const OUTCOMES = {
  counted: 'counted',
  broken: 'broken: not of the format',
  notes: 'headers, or of other loggers',
  known: 'counted by an earlier run',
  future: 'later than now',
  old: 'older than the days that are kept',
  method: 'not GET',
  status: 'not answered with 200 or 304',
  page: 'not an article',
  prefetch: 'fetched ahead by a browser',
  robot: 'by robots',
  repeat: 'by the same client within 30 minutes',
} as const

export type Outcome = keyof typeof OUTCOMES

/** The views of a log or export, and how many of its lines met each outcome. */
export class Totals {
  views = 0
  readonly lines: Record<Outcome, number> = Object.assign(
    {},
    ...Object.keys(OUTCOMES).map((outcome) => ({ [outcome]: 0 })),
  )

  get total(): number {
    return Object.values(this.lines).reduce((sum, lines) => sum + lines, 0)
  }

  add(other: Totals): void {
    this.views += other.views
    for (const outcome of Object.keys(OUTCOMES) as Outcome[]) this.lines[outcome] += other.lines[outcome]
  }

  /** `12 views in 40 lines; not counted: 20 not an article, 8 by robots` */
  toString(): string {
    const { counted: _counted, ...rest } = this.lines
    const taken = (Object.entries(rest) as [Outcome, number][])
      .filter(([, lines]) => lines > 0)
      .map(([outcome, lines]) => `${lines} ${OUTCOMES[outcome]}`)
    const passed = taken.length > 0 ? `; not counted: ${taken.join(', ')}` : ''
    return `${this.views} ${this.views === 1 ? 'view' : 'views'} in ${this.total} lines${passed}`
  }

  /** Why nothing was counted: the outcome of most lines. Undefined where something was, or there were no lines. */
  get whyNothing(): string | undefined {
    const outcomes = Object.keys(OUTCOMES) as Outcome[]
    const [first] = outcomes.sort((a, b) => this.lines[b] - this.lines[a])
    if (this.views > 0 || this.total === 0 || !first) return undefined
    const share = `${this.lines[first]} of ${this.total} lines were ${OUTCOMES[first]}`
    return [`Nothing was counted: ${share}.`, ...(ADVICE[first] ? [ADVICE[first]] : [])].join(' ')
  }
}

const ADVICE: Partial<Record<Outcome, string>> = {
  page: 'If there are articles among them, compare their addresses with "url" in src/site.config.ts.',
  future: 'Is the clock of this machine, or of the server, right?',
  old: 'The config\'s "trending.keepDays" says how many there are, counted from the newest request known.',
  broken: 'Does the log mix formats?',
}
