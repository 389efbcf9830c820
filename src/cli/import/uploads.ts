import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { filesBelow } from '#desk/files-below.ts'
import { pathFrom } from '#desk/folder.ts'
import { judgeFile } from '#desk/judge-picture.ts'
import type { Ledger, LedgerMap } from '#moving-in/ledger.ts'
import sharp from 'sharp'

/** The folder in which an old site's media lie: real files alone, none that a link leads to. */
export class Uploads {
  private readonly root: string
  private sought = 0
  private missed = 0
  private firstMissed = ''
  private readonly paths: LedgerMap<string, true>
  /** Of uploads that were looked at; empty for none. */
  private readonly faults: LedgerMap<string, string>

  private constructor(root: string, ledger: Ledger) {
    this.root = root
    this.paths = ledger.map()
    this.faults = ledger.map()
  }

  /**
   * The uploads in a folder, be it `uploads` itself, `wp-content` or the whole
   * site's; none without a folder.
   * @throws Error when there is no such folder
   */
  static async in(folder: string | undefined, ledger: Ledger): Promise<Uploads> {
    if (folder === undefined) return new Uploads('', ledger)
    const root = await firstFolder([join(folder, 'wp-content/uploads'), join(folder, 'uploads'), folder])
    if (root === undefined)
      throw new Error(`There is no folder "${folder}". --media names a copy of wp-content/uploads.`)
    return Uploads.below(root, ledger)
  }

  /** What lies in a folder, but for what is hidden in it and what programs have put there for themselves. */
  static async below(root: string, ledger: Ledger): Promise<Uploads> {
    const uploads = new Uploads(root, ledger)
    for await (const entry of filesBelow(root, (name) => name === 'node_modules' || name.startsWith('.')))
      if (entry.isFile()) uploads.paths.set(pathFrom(root, join(entry.parentPath, entry.name)), true)
    return uploads
  }

  /** The first of `paths` that is there. Nothing outside of the folder ever is. */
  find(paths: readonly string[]): string | undefined {
    const [first] = paths
    const found = this.firstOf(paths)
    if (first !== undefined) {
      this.sought += 1
      if (found === undefined) {
        this.missed += 1
        this.firstMissed ||= first
      }
    }
    return found
  }

  /** The same, for what no text asks for. */
  firstOf(paths: readonly string[]): string | undefined {
    return paths.find((path) => this.paths.has(path))
  }

  *all(): Generator<string> {
    for (const [path] of this.paths) yield path
  }

  /** What is to be said when most of what was sought is not there; undefined otherwise. */
  note(): string | undefined {
    if (this.missed * 2 <= this.sought) return undefined
    return this.root === ''
      ? 'No folder of uploads was named, so that no picture came along: --media names it.'
      : `Most uploads are not in the folder that --media names. The first was sought at ${join(this.root, this.firstMissed)}: see where it lies.`
  }

  pathOf(upload: string): string {
    return join(this.root, upload)
  }

  /** What keeps an upload from being a picture of the newsroom; undefined for nothing. */
  async faultOf(upload: string): Promise<string | undefined> {
    const fault = this.faults.get(upload) ?? (await this.judge(upload)) ?? ''
    this.faults.set(upload, fault)
    return fault || undefined
  }

  private async judge(upload: string): Promise<string | undefined> {
    if (!isGif(upload)) {
      const judged = await judgeFile(this.pathOf(upload))
      return 'message' in judged ? judged.message : undefined
    }
    try {
      await sharp(this.pathOf(upload), { animated: true }).stats()
      return undefined
    } catch {
      return 'cannot be read as a picture.'
    }
  }

  /** The bytes of a picture without what cameras and programs have written into it, such as where it was taken. */
  async stripped(upload: string): Promise<Buffer> {
    return sharp(this.pathOf(upload), { animated: isGif(upload) })
      .autoOrient()
      .toBuffer()
  }

  /** The bytes of a GIF as WebP, which the newsroom takes, moving as it did; undefined for an upload to be copied as it is. */
  async converted(upload: string): Promise<Buffer | undefined> {
    if (!isGif(upload)) return undefined
    return sharp(this.pathOf(upload), { animated: true }).webp({ lossless: true, effort: 2 }).toBuffer()
  }
}

function isGif(upload: string): boolean {
  return /\.gif$/i.test(upload)
}

async function firstFolder(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const found = await stat(folder).catch(() => undefined)
    if (found?.isDirectory()) return folder
  }
  return undefined
}
