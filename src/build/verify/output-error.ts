import type { Problem } from '#desk/problem.ts'

const MOST = 25
const NAMED = 3

/** Problems that stop a build; its message is the report. */
export class OutputError extends Error {
  override name = 'OutputError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(
      `The new site has ${problems.length === 1 ? 'a fault' : `${problems.length} faults`}:\n${reportSite(problems)}\n\nNothing was published: the last published site is as it was.`,
    )
    this.problems = problems
    // Where in our code it was found tells nobody anything.
    this.stack = ''
  }
}

/** A line for each message, with the first few of the files it is true of, and the rule's id. */
export function reportSite(problems: readonly Problem[]): string {
  const byMessage = Map.groupBy(problems, ({ message }) => message)
  const lines = [...byMessage].map(([message, group]) => {
    const files = group.flatMap(({ file }) => (file === '' ? [] : [file])).sort()
    const more = files.length > NAMED ? ` and ${files.length - NAMED} more` : ''
    const subject = files.length > 0 ? `${files.slice(0, NAMED).join(', ')}${more} ` : ''
    return `  ${subject}${message} (${group[0]?.rule})`
  })
  const rest = lines.length - MOST
  return [...lines.slice(0, MOST), ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n')
}
