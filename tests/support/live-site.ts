import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { loadedProgram } from '#publisher/loaded/loaded-program.ts'
import type { SiteMaker } from '#publisher/site-maker.ts'
import { FIXTURE_EPOCH, projectEnv } from './build.ts'
import { CHECKOUT } from './checkout.ts'
import { copyFixture } from './commented-newsroom.ts'
import { type Deployed, deployNginx } from './deployed.ts'

const ARTICLE = 'articles/2025/06/rowing-club'

/** A copy of the fixture newsroom with its live coverage, published by a loaded program and served by nginx as `deploy/` sets it up. */
export class LiveSite {
  readonly newsroom: string
  readonly #folder: string
  #maker!: SiteMaker
  #nginx!: Deployed

  /** @param folder for all of it */
  constructor(folder: string) {
    this.#folder = folder
    this.newsroom = join(folder, 'newsroom')
  }

  async begin(program = CHECKOUT): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
    await copyFixture(this.newsroom)
    const config = join(this.newsroom, 'src/site.config.ts')
    const text = await readFile(config, 'utf8')
    await writeFile(config, text.replace('https://fixture.example/daily/', 'https://live.example/'))
    const caches = { CACHE_DIR: resolve(this.#folder, 'caches') }
    this.#maker = loadedProgram({
      newsroom: resolve(this.newsroom),
      outDir: resolve(this.#folder, 'dist'),
      program: resolve(program),
      env: { ...projectEnv(), ...caches },
    })
    await this.publish()
    this.#nginx = await deployNginx(join(this.#folder, 'dist'), { at: join(this.#folder, 'nginx') })
  }

  get origin(): string {
    return this.#nginx.origin
  }

  get page(): string {
    return `${this.origin}/sport/rowing-club/`
  }

  get status(): string {
    return '/fragments/live/rowing-club.json'
  }

  /** Writes an entry, or another text into one. */
  async write(id: string, text: string): Promise<void> {
    await writeFile(join(this.newsroom, ARTICLE, 'live', `${id}.md`), text)
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.newsroom, ARTICLE, 'live', `${id}.md`))
  }

  async setState(state: string): Promise<void> {
    const file = join(this.newsroom, `${ARTICLE}.md`)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/state: \w+/, `state: ${state}`))
  }

  /** @throws Error where the newsroom is refused */
  async publish(): Promise<void> {
    const published = await this.#maker.publish({ at: Number(FIXTURE_EPOCH) * 1000 })
    if (published.outcome === 'refused') throw new Error(published.message)
  }

  async end(): Promise<void> {
    await this.#nginx?.stop()
    await this.#maker?.close()
  }
}
