import { execFileSync } from 'node:child_process'

/**
 * Those of some files that hold what git has not yet: it could not be had back. None where there is no repository.
 * @param root a folder, from which the files are named
 */
export function uncommitted(root: string, files: readonly string[]): string[] {
  try {
    execFileSync('git', ['rev-parse', '--is-inside-work-tree'], { cwd: root, stdio: 'pipe' })
  } catch {
    return []
  }
  // Thousands of names are too long for one command.
  const asked = new Set(files)
  const args = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--', '.']
  const prefix = execFileSync('git', ['rev-parse', '--show-prefix'], { cwd: root, encoding: 'utf8' }).trim()
  const status = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  return status
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.slice(3 + prefix.length))
    .filter((file) => [...asked].some((one) => file === one || file.startsWith(`${one}/`)))
}
