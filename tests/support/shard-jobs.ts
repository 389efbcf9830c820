import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { SoakSite } from './soak-site.ts'

interface Step {
  uses?: string
  run?: string
  env?: Record<string, string>
  with?: Record<string, string>
}

interface Job {
  strategy?: { matrix: { shard: number[] } }
  steps: Step[]
}

/** Where every runner has its checkout. */
const ROOT = '.cache/test/sharded'

/** The jobs of docs/scale.md, run as they are written, each as on a machine of its own: in a new checkout on the same path, with caches of its own. */
export class ShardJobs {
  readonly shards: number[]
  readonly #jobs: { shard: Job; build: Job }
  /** What a CI keeps of each machine, and carries from one to the other. */
  readonly #kept: string

  private constructor(jobs: { shard: Job; build: Job }, kept: string) {
    this.#jobs = jobs
    this.#kept = resolve(kept)
    this.shards = jobs.shard.strategy?.matrix.shard ?? []
  }

  static async in(kept: string): Promise<ShardJobs> {
    const text = await readFile('docs/scale.md', 'utf8')
    const { jobs } = parse(/```yaml\n(.*?)```/s.exec(text)?.[1] ?? '') as { jobs: { shard: Job; build: Job } }
    return new ShardJobs(jobs, kept)
  }

  /** @returns what it printed */
  shard(number: number, edit: Edit): Promise<string> {
    const expressions = { 'matrix.shard': String(number), 'strategy.job-total': String(this.shards.length) }
    return this.#run(`shard-${number}`, this.#jobs.shard.steps, expressions, edit)
  }

  /** @returns what it printed, and the digests of what it published */
  async build(edit: Edit): Promise<{ output: string; published: Record<string, string> }> {
    let published = {}
    const output = await this.#run('build', this.#jobs.build.steps, {}, edit, async (site) => {
      published = await site.published()
    })
    return { output, published }
  }

  async #run(
    machine: string,
    steps: readonly Step[],
    expressions: Record<string, string>,
    edit: Edit,
    atEnd: (site: SoakSite) => Promise<void> = async () => {},
  ): Promise<string> {
    const caches = resolve(ROOT, '.cache')
    const kept = join(this.#kept, machine)
    const site = await SoakSite.in(ROOT, { env: { CACHE_DIR: caches } })
    await edit(site)
    if (existsSync(kept)) await rename(kept, caches)
    const filled = (text: string) => text.replace(/\$\{\{ (.*?) \}\}/g, (_, name) => expressions[name] ?? '')
    let output = ''
    for (const { uses = '', run, env = {}, with: inputs = {} } of steps) {
      const [action] = uses.split('@')
      const path = join(ROOT, inputs.path ?? '')
      const artifact = join(this.#kept, 'artifacts')
      if (action === 'actions/upload-artifact')
        await cp(path, join(artifact, filled(inputs.name ?? ''), inputs.path ?? ''))
      if (action === 'actions/download-artifact') await cp(artifact, path, { recursive: true })
      // Whoever runs this test has installed.
      if (run === undefined || /^npm ci\b/.test(run)) continue
      const set = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value)]))
      output += await this.#command(run, site, set)
    }
    await atEnd(site)
    await mkdir(this.#kept, { recursive: true })
    await rename(caches, kept)
    return output
  }

  async #command(run: string, site: SoakSite, env: Record<string, string>): Promise<string> {
    const options = { cwd: site.root, env: { ...site.env, ...env }, maxBuffer: 2 ** 26 }
    const done = await promisify(execFile)('bash', ['-e', '-c', run], options).catch((error) => {
      throw new Error(`${run}\n${error.stdout}${error.stderr}`)
    })
    return done.stdout
  }
}

/** What an author has done before a machine checks out. */
export type Edit = (site: SoakSite) => Promise<void>
