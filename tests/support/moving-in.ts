import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { filesOf } from './sites.ts'

interface ImportedItem {
  kind: string
  id: string
  outcome: 'imported' | 'already here' | 'skipped' | 'failed'
  file?: string
}

/** A newsroom to import into, and a folder of pictures, both below `.cache/test/`. */
export class MovedNewsroom {
  readonly root: string
  readonly media: string

  private constructor(name: string) {
    this.root = `.cache/test/${name}/newsroom`
    this.media = `.cache/test/${name}/media`
  }

  /** An empty one, with these pictures in its folder of media. */
  static async start(name: string, pictures: readonly string[]): Promise<MovedNewsroom> {
    const made = new MovedNewsroom(name)
    await rm(dirname(made.root), { recursive: true, force: true })
    await mkdir(join(made.root, 'src'), { recursive: true })
    const config = { name: 'New', tagline: 'News', url: 'https://kabar.example/', timeZone: 'Asia/Jakarta' }
    await writeFile(join(made.root, 'src/site.config.ts'), `export default ${JSON.stringify(config)}`)
    for (const path of pictures) {
      await mkdir(dirname(join(made.media, path)), { recursive: true })
      await sharp({ create: { width: 640, height: 480, channels: 3, background: '#135' } }).toFile(
        join(made.media, path),
      )
    }
    return made
  }

  /** What becomes of each item of an export, as the report of its import has it. */
  async importReported(...args: string[]): Promise<ImportedItem[]> {
    const file = join(dirname(this.root), 'report.json')
    // Some fixtures hold what cannot be imported.
    await this.import(...args, '--report', file).catch((error) => {
      if (error.code !== 1) throw error
    })
    return (JSON.parse(await readFile(file, 'utf8')) as { items: ImportedItem[] }).items
  }

  /** The address of the page that a file of an article or page becomes; undefined for a draft's. */
  async pathOf(file: string): Promise<string | undefined> {
    const text = await this.read(file)
    if (/^draft: true$/m.test(text)) return undefined
    const slug = /([^/]+?)(?:\/index)?\.md$/.exec(file)?.[1]
    return file.startsWith('articles/') ? `/${/^category: (.*)$/m.exec(text)?.[1]}/${slug}/` : `/${slug}/`
  }

  /** What `news import` says. @throws where its exit code is not 0, with `stdout` and `code` */
  async import(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/news.ts', 'import', ...args], {
      env: { PATH: process.env.PATH, NEWSROOM: this.root },
    })
    return stdout
  }

  /** All but the desk's caches. */
  async files(): Promise<string[]> {
    return (await filesOf(this.root)).filter((file) => !file.startsWith('.cache/'))
  }

  read(file: string): Promise<string> {
    return readFile(join(this.root, file), 'utf8')
  }
}
