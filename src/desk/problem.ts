/** Something an author can mend: where it is, what it is, and how. Lines and columns count from 1. */
export interface Problem {
  /** From the newsroom's folder. */
  file: string
  line: number
  column: number
  message: string
}

/** Every problem of a newsroom at once; its message is the report. */
export class NewsroomError extends Error {
  override name = 'NewsroomError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`${reportProblems(problems)}\nNothing was published: the last published site is as it was.`)
    this.problems = problems
    // Where in our code it was found tells an author nothing.
    this.stack = ''
  }
}

/** One line a problem, `file:line:column message`, in the files' order. */
export function reportProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size
  const lines = [...problems]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
    .map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
  const things = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const places = files === 1 ? '1 file' : `${files} files`
  return [`${things} in ${places}:`, ...lines].join('\n')
}
