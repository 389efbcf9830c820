import { type Dirent, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { statOf } from '#cache/stat-of.ts'

/**
 * Takes away what an earlier build has left where another one writes: a page has become a folder of pages, `/old.html/sub/`
 * after `/old.html` say, or the other way round.
 */
export class ClearWay {
  readonly #folder: string
  readonly #files: ReadonlySet<string>
  #folders: Set<string> | undefined

  /** @param files those that the earlier build has left in the folder, by their paths from there */
  constructor(folder: string, files: Iterable<string>) {
    this.#folder = folder
    this.#files = new Set(files)
  }

  /** For a file that is to be written, by its path. It may be asked for each of a site's files: it looks at none. */
  forFile(file: string): void {
    if (this.#files.size === 0) return
    this.#folders ??= new Set([...this.#files].flatMap(foldersOf))
    if (this.#folders.has(file)) rmSync(join(this.#folder, file), { recursive: true, force: true })
    for (const above of foldersOf(file)) {
      if (this.#files.has(above) && !isFolder(join(this.#folder, above)))
        rmSync(join(this.#folder, above), { force: true })
    }
  }
}

/** The same for all that is in a folder, which is to be copied into another. */
export function clearWayFor(source: string, target: string): void {
  const there = new Map(entriesOf(target).map((entry) => [entry.name, entry]))
  if (there.size === 0) return
  for (const entry of entriesOf(source)) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)]
    const inTheWay = there.get(entry.name)
    if (!inTheWay) continue
    if (inTheWay.isDirectory() !== entry.isDirectory()) rmSync(to, { recursive: true })
    else if (entry.isDirectory()) clearWayFor(from, to)
  }
}

/** The folders that a file lies in: of `a/b/c`, `a/b` and `a`. */
function foldersOf(file: string): string[] {
  const folders = []
  for (let above = dirname(file); above !== '.'; above = dirname(above)) folders.push(above)
  return folders
}

function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false
}

function entriesOf(folder: string): Dirent[] {
  return statOf(folder)?.isDirectory() ? readdirSync(folder, { withFileTypes: true }) : []
}
