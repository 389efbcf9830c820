/** Something an author can mend: where it is, what it is, and how. Lines and columns count from 1. */
export interface Problem {
  /** From the newsroom's folder. */
  file: string
  line: number
  column: number
  message: string
  /** Set where the newsroom can be published all the same; every other problem is an error. */
  severity?: 'warning'
  /** Set on a warning with which nothing is published for readers: for them it is an error. */
  blocksPublication?: true
  /** What to mend, where one change mends several problems. Problems of the same cause are reported as one. */
  cause?: string
  /** The id of the rule that found it, where rules have ids: those of a built site, and of what is left of the sample. */
  rule?: string
}

/** The number of problems of one cause from which on they are reported as one, and how many places are named beside the first. */
const MANY = 4
const PLACES = 3

/** Every problem of a newsroom at once; its message is the report. */
export class NewsroomError extends Error {
  override name = 'NewsroomError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`${reportProblems(problems)}\n\nNothing was published: the last published site is as it was.`)
    this.problems = problems
    // Where in our code it was found tells an author nothing.
    this.stack = ''
  }
}

/** Whether a problem keeps a newsroom from being published. */
export function isError({ severity }: Problem): boolean {
  return severity === undefined
}

/** A problem as a build for readers takes it. */
export function asPublished({ severity, blocksPublication, ...problem }: Problem): Problem {
  return severity && !blocksPublication ? { ...problem, severity } : problem
}

/** Errors, what keeps a site from its readers alone, then other warnings: a line each, `file:line:column message`, in the files' order; many of one cause are one line. */
export function reportProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(isError)
  const [leftOvers = [], warnings = []] = [true, false].map((blocks) =>
    problems.filter((problem) => !isError(problem) && (problem.blocksPublication ?? false) === blocks),
  )
  return [
    ...(errors.length > 0 ? [section(errors, 'problem', ':')] : []),
    ...(leftOvers.length > 0
      ? [section(leftOvers, 'warning', ', with which no build publishes the site:')]
      : []),
    ...(warnings.length > 0 ? [section(warnings, 'warning', ', nothing that stops a build:')] : []),
  ].join('\n\n')
}

/** In order, those of one cause as one where they are many: at the place of the first, with their count and the next places. */
export function onceEach(problems: readonly Problem[]): Problem[] {
  const ordered = inOrder(problems)
  const causeOf = ({ cause, severity }: Problem) => cause && JSON.stringify([cause, severity])
  const byCause = Map.groupBy(ordered, causeOf)
  return ordered.flatMap((problem) => {
    const cause = causeOf(problem)
    const same = (cause !== undefined && byCause.get(cause)) || [problem]
    if (same.length < MANY) return [problem]
    if (problem !== same[0]) return []
    const named = same.slice(1, 1 + PLACES).map(({ file, line, column }) => `${file}:${line}:${column}`)
    const more = same.length - 1 - named.length
    const places = `${named.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`
    const count = (same.length - 1).toLocaleString('en')
    return [
      { ...problem, message: `${problem.message} The same is told of ${count} other places: ${places}.` },
    ]
  })
}

/** In the order of the files, lines and columns. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  )
}

/** `file:line:column message`, whatever signs the author's words hold, and the rule's id where it has one. */
export function lineOf({ file, line, column, message, rule }: Problem): string {
  return `${visible(file)}:${line}:${column} ${visible(message)}${rule ? ` (${rule})` : ''}`
}

function section(problems: readonly Problem[], noun: string, end: string): string {
  const files = new Set(problems.map(({ file }) => file)).size
  const distinct = onceEach(problems)
  const head = `${count(distinct.length, noun)} in ${count(files, 'file')}${end}`
  return [head, ...distinct.map(lineOf)].join('\n')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Control characters and overrides of the direction as their numbers: they could forge a line, or a terminal's display. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
