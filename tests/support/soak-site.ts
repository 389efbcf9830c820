import { execFileSync } from 'node:child_process'
import { appendFile, cp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { build, type BuildResult, FIXTURE_EPOCH, projectEnv, startBuild } from './build.ts'
import { checkOut } from './checkout.ts'
import { digestsOf, FIXTURE } from './sites.ts'

interface Options {
  /** The output's folder, where it is not the checkout's `dist`. */
  dist?: string
  env?: Record<string, string>
}

/** A checkout of the program with the fixture's newsroom in it, to be built under bad conditions. */
export class SoakSite {
  /** Absolute. */
  readonly root: string
  readonly newsroom: string
  readonly dist: string
  readonly #env: Record<string, string>

  private constructor(root: string, { dist, env = {} }: Options) {
    this.root = resolve(root)
    this.newsroom = join(this.root, 'newsroom')
    this.dist = dist ?? join(this.root, 'dist')
    this.#env = { SOURCE_DATE_EPOCH: FIXTURE_EPOCH, ...env }
  }

  /** @param root within the project, whose packages the checkout uses */
  static async in(root: string, options: Options = {}): Promise<SoakSite> {
    await checkOut(root)
    await cp(FIXTURE, join(root, 'newsroom'), { recursive: true })
    return new SoakSite(root, options)
  }

  /** The same, where a copy of it lies. */
  at(root: string): SoakSite {
    return new SoakSite(root, { env: this.#env })
  }

  build(env: Record<string, string> = {}, args: string[] = []): Promise<BuildResult> {
    return build(this.#options(env, args))
  }

  /** @throws where it fails */
  async mustBuild(env: Record<string, string> = {}): Promise<string> {
    const { exitCode, output } = await this.build(env)
    expect(exitCode, output).toBe(0)
    return output
  }

  /** Of a build that is started by hand. */
  get env(): NodeJS.ProcessEnv {
    return { ...projectEnv(), NEWSROOM: this.newsroom, OUT_DIR: this.dist, ...this.#env }
  }

  /** A build in a process group of its own, for `kill`. */
  start(env: Record<string, string> = {}) {
    return startBuild(this.#options(env), { ownGroup: true })
  }

  /** What is published, byte by byte. */
  published(): Promise<Record<string, string>> {
    return digestsOf(this.dist)
  }

  /** What a build publishes that finds nothing of any other, byte by byte. */
  async cleanlyBuilt(env: Record<string, string> = {}): Promise<Record<string, string>> {
    const folder = join(this.root, 'clean')
    await rm(folder, { recursive: true, force: true })
    const options = this.#options({ ...env, CACHE_DIR: join(folder, 'caches') })
    const { exitCode, output } = await build({ ...options, outDir: join(folder, 'dist') })
    expect(exitCode, output).toBe(0)
    return digestsOf(join(folder, 'dist'))
  }

  /** Gives the next build something to publish. */
  edit(): Promise<void> {
    return appendFile(join(this.newsroom, 'articles/2025/06/harbour-opens.md'), '\n\nOne sentence more.\n')
  }

  /** Makes the newsroom what it was at first. */
  async takeBack(): Promise<void> {
    await rm(join(this.newsroom, 'articles'), { recursive: true })
    await cp(join(FIXTURE, 'articles'), join(this.newsroom, 'articles'), { recursive: true })
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true })
  }

  #options(env: Record<string, string>, args: string[] = []) {
    return { newsroom: this.newsroom, outDir: this.dist, cwd: this.root, env: { ...this.#env, ...env }, args }
  }
}

/** Runs a command as root, which it needs for some faults. @throws where that is not allowed */
export function asRoot(command: string, ...args: string[]): void {
  if (process.getuid?.() === 0) execFileSync(command, args, { stdio: 'pipe' })
  else execFileSync('sudo', ['-n', command, ...args], { stdio: 'pipe' })
}

/**
 * Leaves so much space on a disk.
 * @param ballast a file on it, which takes the rest
 */
export function fillDisk(disk: string, ballast: string, leftKiB: number): void {
  const free = () => Number(execFileSync('df', ['--output=avail', disk]).toString().split('\n')[1])
  execFileSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1K', `count=${Math.max(0, free() - leftKiB)}`], {
    stdio: 'pipe',
  })
}
