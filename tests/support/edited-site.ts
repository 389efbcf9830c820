import { cp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import type { Published, SiteMaker } from '#publisher/site-maker.ts'
import { randomFrom } from '../../bench/random.ts'
import { build, type BuildOptions, projectEnv } from './build.ts'
import { checkOut } from './checkout.ts'
import { type CONTENT_EDITS, type Workbench, writeStories } from './edits.ts'
import { digestsOf, FIXTURE } from './sites.ts'

type Edits = typeof CONTENT_EDITS
/** Edits that are made before one build, by their names. */
type Hand = [name: string, edit: Edits[string]][]

/** What is edited: a newsroom of the program's, at a moment in seconds, with so many stories more. */
const FIXTURE_AS_IT_IS = { of: FIXTURE, clock: Date.UTC(2025, 5, 30, 12) / 1000, stories: 10 }

/** A checkout with a newsroom in it, the fixture's unless given, which is edited and built again and again. */
export class EditedSite {
  readonly root: string
  readonly newsroom: string
  readonly dist: string
  readonly bench: Workbench
  readonly #start: typeof FIXTURE_AS_IT_IS

  /**
   * @param root within the project, whose packages the checkout uses
   * @param seed another one deals the same edits in another order, to other stories
   */
  constructor(root: string, seed: number, start = FIXTURE_AS_IT_IS) {
    this.#start = start
    this.root = resolve(root)
    this.newsroom = join(this.root, 'newsroom')
    this.dist = join(this.root, 'dist')
    this.bench = {
      root: this.root,
      newsroom: this.newsroom,
      random: randomFrom(seed),
      clock: start.clock,
      written: 0,
    }
  }

  /** Makes the checkout anew, with stories to be edited, and builds it. */
  async begin(): Promise<void> {
    await checkOut(this.root)
    await cp(this.#start.of, this.newsroom, { recursive: true })
    await writeStories(this.bench, this.#start.stories)
    await this.mustBuild()
  }

  options(outDir = this.dist, env: Record<string, string> = {}): BuildOptions {
    return {
      newsroom: this.newsroom,
      outDir,
      cwd: this.root,
      env: { SOURCE_DATE_EPOCH: String(this.bench.clock), ...env },
      // Another language has other pages.
      args: ['--accept-loss'],
    }
  }

  /** @returns what the build printed */
  async mustBuild(outDir?: string, env?: Record<string, string>): Promise<string> {
    const { exitCode, output } = await build(this.options(outDir, env))
    expect(exitCode, output).toBe(0)
    return output
  }

  /** The publisher of this checkout's own program, which keeps it loaded. */
  async publisher(log?: (line: string) => void, env: NodeJS.ProcessEnv = {}): Promise<SiteMaker> {
    const { newsroom, outDir, args = [] } = this.options()
    const module: typeof import('#publisher/loaded/loaded-program.ts') = await import(
      pathToFileURL(join(this.root, 'src/publisher/loaded/loaded-program.ts')).href
    )
    return module.loadedProgram({
      ...{ newsroom, outDir, args, program: this.root, env: { ...projectEnv(), ...env } },
      ...(log && { log }),
    })
  }

  /** Publishes at the moment of the next build, and waits for the search. */
  async mustPublish(maker: SiteMaker): Promise<Published> {
    const published = await maker.publish({ at: this.bench.clock * 1000 })
    if (published.outcome === 'refused') throw new Error(published.message)
    await published.searched
    return published
  }

  /**
   * Makes the edits, and compares a build on top of the last ones with a clean one, byte by byte.
   * @param publish in place of the build
   */
  async mustEqualClean(hand: Hand, publish: () => Promise<unknown> = () => this.mustBuild()): Promise<void> {
    for (const [, edit] of hand) await edit(this.bench)
    await publish()
    const clean = join(this.root, 'clean')
    await rm(clean, { recursive: true, force: true })
    await this.mustBuild(join(clean, 'dist'), { CACHE_DIR: join(clean, 'caches') })
    expect(await digestsOf(this.dist)).toEqual(await digestsOf(join(clean, 'dist')))
  }

  /** All of the edits, shuffled, in so many hands, each with what to call it. */
  deal(edits: Edits, count: number): [name: string, hand: Hand][] {
    const left = Object.entries(edits)
    const hands: Hand[] = Array.from({ length: count }, () => [])
    for (let i = 0; left.length > 0; i++)
      hands[i % count]?.push(...left.splice(this.bench.random.below(left.length), 1))
    return hands.map((hand) => [hand.map(([name]) => name).join(', '), hand])
  }
}
