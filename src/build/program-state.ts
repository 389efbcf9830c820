import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { contentDigest, type FileRecord, recordFile } from '#cache/content-digest.ts'
import type { NewsroomFolder } from '#desk/folder.ts'
import { PROGRAM_ROOT } from '#program-root.ts'
import { filesIn } from './files-in.ts'

/** Settings of a program and of packages, as they lie in the root of a folder. */
const SETTINGS = /^[^.].*\.(?:[cm]?[jt]s|json|ya?ml|lockb?)$/
/** What changes often, and is no program. */
const CONTENT = 'content'

/**
 * Tells whether a program that was loaded or bundled is still what a build would load: its code, what is installed, and all
 * of an outlet that is not content, its settings, looks and texts.
 */
export class ProgramState {
  readonly #newsroom: NewsroomFolder
  readonly #more: readonly string[]
  #records: ReadonlyMap<string, FileRecord> = new Map()

  /** @param more folders of which all files count too: absolute */
  constructor(newsroom: NewsroomFolder, more: readonly string[] = []) {
    this.#newsroom = newsroom
    this.#more = more
  }

  /** A digest of all files by now. A file is read where it is not the one that it was. */
  digest(): string {
    const { root } = this.#newsroom
    const roots = [...new Set([PROGRAM_ROOT, root])]
    const files = [
      ...roots.flatMap((folder) => [...settingsIn(folder), ...below(join(folder, 'src'), [CONTENT])]),
      ...this.#more.flatMap((folder) => below(folder)),
    ]
    const records = new Map<string, FileRecord>()
    for (const file of new Set(files)) {
      const record = recordFile(file, this.#records.get(file))
      if (record) records.set(file, record)
    }
    this.#records = records
    return contentDigest(
      JSON.stringify([...records].map(([file, { digest }]) => [relative(root, file), digest])),
    )
  }
}

function settingsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => SETTINGS.test(name))
    .map((name) => join(folder, name))
}

function below(folder: string, excluded: readonly string[] = []): string[] {
  return filesIn(folder, excluded).map((file) => join(folder, file))
}
