import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { newsroomFolder, pathFrom } from '#desk/folder.ts'
import { isError } from '#desk/problem.ts'
import { problemsOf } from './problems-of.ts'
import { isFormat, REPORTS } from './report.ts'

/**
 * Reads the newsroom, builds nothing, and prints every problem. 1 if one is an
 * error, 0 with warnings alone.
 * @throws Error for an unknown option or format
 */
export async function run(args: string[]): Promise<number> {
  const { format } = parseArgs({ args, options: { format: { type: 'string', default: 'text' } } }).values
  if (!isFormat(format))
    throw new Error(`There is no format "${format}": it is one of ${Object.keys(REPORTS).join(', ')}.`)
  const folder = newsroomFolder()
  const problems = await problemsOf(folder)
  // Whoever reads the report looks for files from where the command was given.
  const fromHere = problems.map((problem) => ({
    ...problem,
    file: pathFrom(process.cwd(), join(folder.root, problem.file)),
  }))
  const report = REPORTS[format](fromHere)
  if (report) console.log(report)
  return problems.some(isError) ? 1 : 0
}
