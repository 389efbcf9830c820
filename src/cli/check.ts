import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { checkNewsroom } from '#desk/check.ts'
import { type NewsroomFolder, newsroomFolder, pathFrom } from '#desk/folder.ts'
import { inOrder, isError, lineOf, NewsroomError, type Problem } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
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

/** What keeps the settings from being used are problems too, beside what can be said without them. */
async function problemsOf(folder: NewsroomFolder): Promise<Problem[]> {
  const files = await readNewsroom(folder)
  try {
    return await checkNewsroom(files, await readSite(folder))
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error
    // Reading the newsroom has already reported a config that is no file.
    const reported = new Set(files.problems.map(lineOf))
    return inOrder([...files.problems, ...error.problems.filter((problem) => !reported.has(lineOf(problem)))])
  }
}
