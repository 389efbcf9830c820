import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { accessLog, slugs } from './access-log.ts'
import { type Measured, measured } from './measured.ts'

const NEWSROOM = '.cache/bench/newsroom'
const GOACCESS = '/usr/bin/goaccess'

/**
 * `news trending` on a generated log, and in the same run on the same file: the
 * least that has to be done (`wc -l` and a regular expression on each line), and
 * GoAccess from Debian. `--lines` for other than ten million.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { lines: { type: 'string', default: '10000000' } } })
  const lines = Number(values.lines)
  installGoAccess()
  await makeNewsroom()
  const log = await accessLog(lines)
  console.log('| | seconds | of processor | lines a second | peak MiB |\n|---|---|---|---|---|')
  const row = (name: string, figures: Measured): Measured => {
    const { seconds, processor, peak } = figures
    const rate = Math.round(lines / seconds)
    console.log(
      `| ${name} | ${seconds.toFixed(1)} | ${processor.toFixed(1)} | ${rate} | ${peak.toFixed(0)} |`,
    )
    return figures
  }
  // Twice, so that the file is in the memory of the machine for all of them.
  await measured('wc', ['-l', log])
  const wc = row('wc -l', await measured('wc', ['-l', log]))
  const scan = row('regular expression', await measured(process.execPath, ['bench/regex-scan.ts', log]))
  const trending = row(
    'news trending',
    await measured(process.execPath, ['src/cli/news.ts', 'trending', log], { NEWSROOM }),
  )
  const times = (figure: 'seconds' | 'processor', least: number) => (trending[figure] / least).toFixed(2)
  console.log(
    `\nnews trending takes ${times('seconds', wc.seconds + scan.seconds)} times wc -l and the scan, ${times('processor', wc.processor + scan.processor)} of processor time\n`,
  )
  const goaccess = row(
    'GoAccess',
    await measured(GOACCESS, [
      ...[log, '--log-format=COMBINED', '--no-progress', '--no-global-config'],
      ...['-o', '.cache/bench/goaccess.json'],
    ]),
  )
  console.log(
    `\nand ${times('seconds', goaccess.seconds)} times GoAccess, ${times('processor', goaccess.processor)} of processor time\n${trending.output.trim()}`,
  )
}

function installGoAccess(): void {
  if (existsSync(GOACCESS)) return
  execFileSync('apt-get', ['update'], { stdio: 'pipe' })
  execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', 'goaccess'], { stdio: 'pipe' })
}

/** Two thousand articles, and nothing read. */
async function makeNewsroom(): Promise<void> {
  await rm(NEWSROOM, { recursive: true, force: true })
  const files: Record<string, string> = {
    'src/site.config.ts':
      "export default { name: 'Bench', tagline: 'Bench', url: 'https://warta.example/' }\n",
    'src/content/categories/politics.yml': 'name: Politics\n',
  }
  for (const slug of slugs) files[`articles/${slug}.md`] = `---\ntitle: ${slug}\ncategory: politics\n---\n`
  for (const [path, text] of Object.entries(files)) {
    const file = join(NEWSROOM, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
