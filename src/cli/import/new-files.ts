import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type { DiskLedger, DiskList } from './disk-ledger.ts'

/** Writes files that are not there yet, and no others, below one folder. */
export class NewFiles {
  /** Paths of what was written, or with `dryRun` would have been. */
  readonly written: DiskList<string>
  private readonly root: string
  private readonly dryRun: boolean
  /** The last in which a file was written. */
  private folder = ''

  constructor(root: string, dryRun: boolean, ledger: DiskLedger) {
    this.root = resolve(root)
    this.dryRun = dryRun
    this.written = ledger.list()
  }

  /** False when a file of other content is there already: it stays as it is. */
  write(path: string, content: string | Uint8Array): boolean {
    const bytes = Buffer.from(content)
    return this.make(
      path,
      (target) => writeFileSync(target, bytes, { flag: 'wx' }),
      (target) => bytes.equals(readFileSync(target)),
    )
  }

  /** The same for the copy of a file. */
  copy(from: string, path: string): boolean {
    return this.make(
      path,
      (target) => copyFileSync(from, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
      (target) =>
        statSync(from).size === statSync(target).size && readFileSync(from).equals(readFileSync(target)),
    )
  }

  private make(path: string, write: (target: string) => void, isSame: (target: string) => boolean): boolean {
    const target = join(this.root, path)
    if (!target.startsWith(this.root + sep)) throw new Error(`"${path}" lies outside of the newsroom.`)
    if (this.dryRun && existsSync(target)) return isSame(target)
    if (!this.dryRun) {
      const folder = dirname(target)
      // Posts come by date, and lie by months.
      if (folder !== this.folder) mkdirSync(folder, { recursive: true })
      this.folder = folder
      try {
        write(target)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        return isSame(target)
      }
    }
    this.written.push(path)
    return true
  }
}
