import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { judgeFile } from '#desk/judge-picture.ts'
import sharp from 'sharp'

/** A copy of WordPress's folder of uploads: real files alone, none that a link leads to. */
export class Uploads {
  private readonly root: string
  private readonly paths: ReadonlySet<string>
  private readonly faults = new Map<string, string | undefined>()

  private constructor(root: string, paths: ReadonlySet<string>) {
    this.root = root
    this.paths = paths
  }

  /**
   * The uploads in a folder, be it `uploads` itself, `wp-content` or the whole
   * site's; none without a folder.
   * @throws Error when there is no such folder
   */
  static async in(folder: string | undefined): Promise<Uploads> {
    if (folder === undefined) return new Uploads('', new Set())
    const root = await firstFolder([join(folder, 'wp-content/uploads'), join(folder, 'uploads'), folder])
    if (root === undefined)
      throw new Error(`There is no folder "${folder}". --media names a copy of wp-content/uploads.`)
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    return new Uploads(root, new Set(paths))
  }

  /** The first of `paths` that is there. Nothing outside of the folder ever is. */
  find(paths: readonly string[]): string | undefined {
    return paths.find((path) => this.paths.has(path))
  }

  pathOf(upload: string): string {
    return join(this.root, upload)
  }

  /** What keeps an upload from being a picture of the newsroom; undefined for nothing. */
  async faultOf(upload: string): Promise<string | undefined> {
    if (!this.faults.has(upload)) this.faults.set(upload, await this.judge(upload))
    return this.faults.get(upload)
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
