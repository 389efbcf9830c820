import { inOrder, isError, onceEach, type Problem, reportProblems } from '#desk/problem.ts'

/** Formats of problems: for people, for editors, for pull requests on GitHub. Each returns the text to print. */
export const REPORTS = { text: asText, json: asJson, github: asAnnotations } as const

export type Format = keyof typeof REPORTS

export function isFormat(name: string): name is Format {
  return Object.hasOwn(REPORTS, name)
}

function asText(problems: readonly Problem[]): string {
  return problems.length === 0 ? 'Nothing to mend.' : reportProblems(problems)
}

/** An array of `{ file, line, column, severity, message, rule }`, the last where the rule has an id, every place of a cause by itself, with a severity of `error` or `warning`. */
function asJson(problems: readonly Problem[]): string {
  const plain = inOrder(problems).map((problem) => {
    const { file, line, column, message, rule, severity = 'error' } = problem
    return { file, line, column, severity, message, ...(rule && { rule }) }
  })
  return JSON.stringify(plain, null, 2)
}

/** GitHub's workflow commands, errors first, many of one cause as one: of each kind it shows ten a step beside the lines, and all in the log. */
function asAnnotations(problems: readonly Problem[]): string {
  return onceEach(problems)
    .toSorted((a, b) => Number(isError(b)) - Number(isError(a)))
    .map((problem) => {
      const { file, line, column, message } = problem
      const command = isError(problem) ? 'error' : 'warning'
      return `::${command} file=${escapeProperty(file)},line=${line},col=${column}::${escapeData(message)}`
    })
    .join('\n')
}

/** As GitHub's own toolkit does (`packages/core/src/command.ts`). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
