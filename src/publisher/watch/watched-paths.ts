import { basename, sep } from 'node:path'
import { isPassedOver } from '#desk/passed-over.ts'

/** The folders of a newsroom, and of a program beside it, that a build reads. */
const FOLDERS = ['articles', 'src', 'public']
/** The files at the root that do: settings of Astro, of Tailwind, of TypeScript, and packages. */
const ROOT_FILE =
  /^(?:(?:astro|tailwind)\.config\.\w+|tsconfig\.json|package(?:-lock)?\.json|pnpm-lock\.yaml)$/
/** What npm writes last when it has installed packages. */
const INSTALLED = ['node_modules', '.package-lock.json']

/** What editors and programs that copy write beside a file, and take away again: Vim, Emacs, browsers, rsync. */
const TEMPORARY = /~$|^#.*#$|^4913$|\.(?:tmp|temp|swp|swx|bak|part|partial|filepart|crdownload)$|\.tmp\.\d+/

/**
 * Whether a publication may follow from a path.
 * @param path from the newsroom's folder, with the system's separators
 */
export function isWatchedFile(path: string): boolean {
  const parts = path.split(sep)
  if (parts.length === 1) return ROOT_FILE.test(path)
  if (parts.join() === INSTALLED.join()) return true
  return (
    isWatchedFolder(parts.slice(0, -1).join(sep)) &&
    !isPassedOver(basename(path)) &&
    !TEMPORARY.test(basename(path))
  )
}

/** Whether a folder may hold such files. */
export function isWatchedFolder(path: string): boolean {
  const [first = '', ...rest] = path.split(sep)
  if (path === '' || path === INSTALLED[0]) return true
  return FOLDERS.includes(first) && !rest.some((part) => isPassedOver(part) || part === 'node_modules')
}
