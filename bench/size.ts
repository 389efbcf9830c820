import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type SizedFile, sizedFiles } from '#build/publish/site-size.ts'
import type { Host } from '#domain/host.ts'
import { outputFor } from '#domain/output-settings.ts'
import { KINDS, kindOf } from '../src/cli/size/kinds.ts'
import { build } from '../tests/support/build.ts'
import { corpus } from './corpus.ts'

const FOLDER = resolve('.cache/bench/size')
const CONFIG = 'src/site.config.ts'
const MIB = 2 ** 20
/** Of all that a build makes, and of what is usual for a host that takes few files. */
const HOSTS = { full: 'cloudflare', lean: 'cloudflare-free' } as const

/**
 * Prints how many files and MiB the site of a made-up newsroom has, by what they are: with all that a build makes, and
 * without what is left out for a host that takes few files. `--articles 1000`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { articles: { type: 'string', default: '1000' } } })
  const { articles } = values
  const newsroom = join(FOLDER, articles)
  await rm(newsroom, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  await cp(await corpus({ articles: Number(articles) }), newsroom, { recursive: true })
  const config = await readFile(join(newsroom, CONFIG), 'utf8')
  const sites: SizedFile[][] = []
  for (const [name, host] of Object.entries(HOSTS)) {
    await writeFile(join(newsroom, CONFIG), withOutputOf(config, host))
    const outDir = join(FOLDER, `${articles}-${name}`)
    await rm(outDir, { recursive: true, force: true })
    // What is left out was there in the last run.
    const { exitCode, output } = await build({ newsroom, outDir, env: { ACCEPT_LOSS: 'true' } })
    if (exitCode !== 0) throw new Error(output)
    sites.push(sizedFiles(outDir))
  }
  const head = Object.keys(HOSTS).flatMap((name) => [`files, ${name}`, `MiB, ${name}`])
  console.log(`| ${articles} articles | ${head.join(' | ')} |\n|---|${head.map(() => '--:').join('|')}|`)
  for (const kind of KINDS)
    row(
      kind,
      sites.map((files) => files.filter(({ file }) => kindOf(file) === kind)),
    )
  row('together', sites)
}

/** With what is usual for a host, but on one that takes it, whatever it comes to. */
function withOutputOf(config: string, host: Host): string {
  const settings = JSON.parse(config.replace(/^export default /, '')) as object
  const output = outputFor(host, {})
  return `export default ${JSON.stringify({ ...settings, output, publish: { host: HOSTS.full } })}\n`
}

function row(name: string, sites: readonly SizedFile[][]): void {
  if (sites.every((files) => files.length === 0)) return
  const cells = sites.flatMap((files) => [
    files.length.toLocaleString('en'),
    (files.reduce((sum, { bytes }) => sum + bytes, 0) / MIB).toFixed(1),
  ])
  console.log(`| ${[name, ...cells].join(' | ')} |`)
}
