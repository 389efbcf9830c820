import { constants } from 'node:fs'
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'

/** Writes files that are not there yet, and no others, below one folder. */
export class NewFiles {
  /** Paths of what was written, or with `dryRun` would have been. */
  readonly written: string[] = []
  private readonly root: string
  private readonly dryRun: boolean

  constructor(root: string, dryRun: boolean) {
    this.root = resolve(root)
    this.dryRun = dryRun
  }

  /** False when a file of other content is there already: it stays as it is. */
  async write(path: string, content: string | Uint8Array): Promise<boolean> {
    const bytes = Buffer.from(content)
    return this.make(
      path,
      (target) => writeFile(target, bytes, { flag: 'wx' }),
      async (target) => bytes.equals(await readFile(target)),
    )
  }

  /** The same for the copy of a file. */
  async copy(from: string, path: string): Promise<boolean> {
    return this.make(
      path,
      (target) => copyFile(from, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
      async (target) => {
        const [one, other] = await Promise.all([stat(from), stat(target)])
        return one.size === other.size && (await readFile(from)).equals(await readFile(target))
      },
    )
  }

  private async make(
    path: string,
    write: (target: string) => Promise<void>,
    isSame: (target: string) => Promise<boolean>,
  ): Promise<boolean> {
    const target = join(this.root, path)
    if (!target.startsWith(this.root + sep)) throw new Error(`"${path}" lies outside of the newsroom.`)
    if (this.dryRun) {
      if (await stat(target).catch(() => undefined)) return isSame(target)
      this.written.push(path)
      return true
    }
    await mkdir(dirname(target), { recursive: true })
    try {
      await write(target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      return isSame(target)
    }
    this.written.push(path)
    return true
  }
}
