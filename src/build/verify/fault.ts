/** Something that keeps an output from being published. */
export interface Fault {
  /** From the output's folder; absent where the site as a whole is meant. */
  file?: string
  /** The end of a sentence about it, with the way to mend it. */
  message: string
}

const MOST = 25
const NAMED = 3

/** Faults that stop a build; its message is the report. */
export class OutputError extends Error {
  override name = 'OutputError'

  constructor(faults: readonly Fault[]) {
    super(
      `The new site has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${tellFaults(faults)}\n\nNothing was published: the last published site is as it was.`,
    )
    // Where in our code it was found tells nobody anything.
    this.stack = ''
  }
}

/** A line for each message, with the first few of the files it is true of. */
export function tellFaults(faults: readonly Fault[]): string {
  const byMessage = Map.groupBy(faults, ({ message }) => message)
  const lines = [...byMessage].map(([message, group]) => {
    const files = group.flatMap(({ file }) => file ?? []).sort()
    const more = files.length > NAMED ? ` and ${files.length - NAMED} more` : ''
    const subject = files.length > 0 ? `${files.slice(0, NAMED).join(', ')}${more} ` : ''
    return `  ${subject}${message}`
  })
  const rest = lines.length - MOST
  return [...lines.slice(0, MOST), ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n')
}
