import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

const CACHES = '.cache'

/**
 * Finds caches that git keeps: a build would believe what somebody else has committed there. Where there
 * is no git, or no repository, nothing is kept by it.
 */
export async function checkTrackedCaches({ folder }: NewsroomFiles): Promise<Problem[]> {
  const files = await trackedBelow(folder.root)
  const [first] = files
  if (first === undefined) return []
  const more = files.length > 1 ? ` and ${files.length - 1} more` : ''
  const message = `What builds leave for each other is committed here (${first}${more}). Take it out: git rm -r --cached ${CACHES}, and let .gitignore name ${CACHES}.`
  return [{ file: first, line: 1, column: 1, message }]
}

async function trackedBelow(root: string): Promise<string[]> {
  // To start git takes longer than to judge an article.
  if (!isInRepository(root)) return []
  try {
    const { stdout } = await promisify(execFile)('git', ['ls-files', '-z', '--', CACHES], { cwd: root })
    return stdout.split('\0').filter(Boolean)
  } catch {
    return []
  }
}

/** Whether a folder or one around it is a checkout; in a linked worktree `.git` is a file. */
function isInRepository(folder: string): boolean {
  return existsSync(join(folder, '.git')) || (dirname(folder) !== folder && isInRepository(dirname(folder)))
}
