import { checkNewsroom } from '#desk/check.ts'
import type { NewsroomFolder } from '#desk/folder.ts'
import { inOrder, lineOf, NewsroomError, type Problem } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readOutlet } from '#desk/read-outlet.ts'
import { checkExampleUrl } from '#desk/rules/left-over-addresses.ts'

/** Every problem of a newsroom: what keeps its settings from being used too, beside what can be said without them. */
export async function problemsOf(folder: NewsroomFolder): Promise<Problem[]> {
  const files = await readNewsroom(folder)
  try {
    const { site, theme } = await readOutlet(folder)
    return inOrder([...(await checkNewsroom(files, site, theme)), ...(await checkExampleUrl(files, site))])
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error
    // Reading the newsroom has already reported a config that is no file.
    const reported = new Set(files.problems.map(lineOf))
    return inOrder([...files.problems, ...error.problems.filter((problem) => !reported.has(lineOf(problem)))])
  }
}
