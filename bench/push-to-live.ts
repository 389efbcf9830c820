import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkOut } from '../tests/support/checkout.ts'
import { installPackage } from '../tests/support/debian.ts'
import { corpus } from './corpus.ts'
import { editCorpus } from './publish/edits.ts'
import { publishOnFreshMachine, type StepTime } from './push-to-live/fresh-machine.ts'

/**
 * What it takes from a push to a site that can be deployed, on a fresh machine: each step of `publish.yml` in a fresh
 * clone of a made-up outlet, from nothing, and again after one article has changed, with what the first run has left.
 * `--articles 1000`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { articles: { type: 'string', default: '1000' } } })
  const newsroom = await corpus({ articles: Number(values.articles) })
  installPackage('zstd', '/usr/bin/zstd')
  const folder = await mkdtemp(join(tmpdir(), 'warta-push-to-live-'))
  try {
    const origin = join(folder, 'origin')
    const publish = () => publishOnFreshMachine(origin, join(folder, 'kept'), join(folder, 'machine'))
    await makeOutlet(origin, newsroom)
    const cold = await publish()
    await editCorpus(join(origin, 'articles'), 'one-article', 1)
    commit(origin)
    console.log(tableOf(values.articles, cold, await publish()))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A clone in which an outlet has taken the sample's place. */
async function makeOutlet(origin: string, newsroom: string): Promise<void> {
  await checkOut(origin)
  for (const path of ['articles', 'src/content', 'src/site.config.ts'])
    await rm(join(origin, path), { recursive: true })
  await cp(newsroom, origin, { recursive: true })
  execFileSync('git', ['init', '--quiet', '--initial-branch', 'main'], { cwd: origin })
  commit(origin)
}

function commit(origin: string): void {
  const author = ['-c', 'user.name=Editor', '-c', 'user.email=editor@outlet.example']
  execFileSync('git', ['add', '--all'], { cwd: origin })
  execFileSync('git', [...author, 'commit', '--quiet', '--message', 'News'], { cwd: origin })
}

function tableOf(articles: string, cold: readonly StepTime[], warm: readonly StepTime[]): string {
  const cell = (seconds: number | undefined) => seconds?.toFixed(1) ?? '–'
  const rows = cold.map(
    ({ step, seconds }, i) => `| ${step} | ${cell(seconds)} | ${cell(warm[i]?.seconds)} |`,
  )
  const sum = (times: readonly StepTime[]) => times.reduce((all, { seconds = 0 }) => all + seconds, 0)
  return [
    `| ${articles} articles | cold, s | warm, s |`,
    '|---|--:|--:|',
    ...rows,
    `| together | ${cell(sum(cold))} | ${cell(sum(warm))} |`,
  ].join('\n')
}
