import { execFileSync } from 'node:child_process'
import { globSync, lstatSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MB = 1e6
const SHOWN = 12
/** Brings Node itself, of which a machine may have one already. */
const NODE = /^node(-|$)/

/** What `npm ci --omit=dev` installs for a build: how many packages, how large without Node, and the largest of them. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-install-'))
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) await cp(file, join(folder, file))
    execFileSync('npm', ['ci', '--omit=dev'], { cwd: folder })
    const packages = packagesIn(folder).filter(({ name }) => !NODE.test(name))
    const all = packages.reduce((sum, { bytes }) => sum + bytes, 0)
    console.log(`${packages.length} packages, ${(all / MB).toFixed(0)} MB without Node\n`)
    console.log('| package | MB |\n|---|--:|')
    for (const { name, bytes } of packages.sort((a, b) => b.bytes - a.bytes).slice(0, SHOWN))
      console.log(`| ${name} | ${(bytes / MB).toFixed(1)} |`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Each by its name, with what its files take on the disk, those of packages within it aside. */
function packagesIn(folder: string): { name: string; bytes: number }[] {
  const record = readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')
  const { packages } = JSON.parse(record) as { packages: Record<string, unknown> }
  return Object.keys(packages).map((path) => ({
    name: path.replace(/^.*node_modules\//, ''),
    bytes: globSync('**/*', {
      cwd: join(folder, path),
      exclude: (name) => name === 'node_modules',
    }).reduce((sum, file) => sum + (lstatSync(join(folder, path, file)).blocks ?? 0) * 512, 0),
  }))
}
