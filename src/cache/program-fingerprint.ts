import { hash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { PROGRAM_ROOT } from '#program-root.ts'

/** All that makes pages of a newsroom; what the newsroom says itself is no part of it. */
const PROGRAM = ['astro.config.mjs', 'tailwind.config.ts', 'tsconfig.json', 'src/**/*']
const NEWSROOM = /^src\/(content\/|site\.config\.ts$)/
/** What of an outlet's folder is code: a component of its own may name any module. */
const OUTLET = ['astro.config.mjs', 'tailwind.config.ts', 'src/**/*']
/** In which package managers write what is installed; one of them is in the program's folder or around it. */
const LOCKS = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock']

/** By root: files as they were when the process began, as the code that runs is. */
const programs = new Map<string, string>()
const digests = new Map<string, string>()
const fingerprints = new Map<string, string>()

/**
 * Tells builds apart that may use nothing of each other's: those by another program, of an outlet with other code, or
 * between other folders.
 * @param outlet its folder
 * @param inputs what else decides what every page is: the folders that the build reads from and writes to, say
 */
export function programFingerprint(
  outlet: string,
  inputs: readonly string[] = [],
  root = PROGRAM_ROOT,
): string {
  const own = [resolve(root), resolve(outlet)]
  const id = JSON.stringify(own)
  const program =
    programs.get(id) ??
    digest([
      ...lockOf(root),
      ...filesOf(root, PROGRAM).map((file) => textOf(root, file)),
      ...(own[0] === own[1] ? [] : filesOf(outlet, OUTLET).map((file) => textOf(outlet, file))),
    ])
  programs.set(id, program)
  return digest([process.version, ...inputs, program])
}

/**
 * Tells apart what a module of the program makes: a digest of its code, of all
 * code that it names, directly or not, of the installed packages' versions, and of Node's.
 * A cache whose fingerprint this is needs no version that somebody must remember to raise.
 * @param modules paths from the program's folder, `src/domain/related.ts`
 * @throws Error for a module that is not there
 */
export function moduleFingerprint(modules: readonly string[], root = PROGRAM_ROOT): string {
  const id = JSON.stringify([resolve(root), modules])
  const known =
    fingerprints.get(id) ?? digest([process.version, ...lockOf(root), moduleDigest(modules, root)])
  fingerprints.set(id, known)
  return known
}

/** Of the installed package: the digests of sources, by module, that decide names in a site. */
export const PACKED_DIGESTS = 'digests.json'

/** The same of the sources alone, which is one on every machine, and in the package too, where PACKED_DIGESTS has it. */
export function moduleDigest(modules: readonly string[], root = PROGRAM_ROOT): string {
  const folder = resolve(root)
  const id = JSON.stringify([folder, modules])
  const known = digests.get(id)
  if (known) return known
  const result = packedDigest(modules, folder) ?? sourceDigest(modules, folder)
  digests.set(id, result)
  return result
}

function packedDigest(modules: readonly string[], folder: string): string | undefined {
  const packed = join(folder, PACKED_DIGESTS)
  if (!isFile(packed)) return undefined
  return (JSON.parse(readFileSync(packed, 'utf8')) as Record<string, string>)[modules.join()]
}

function sourceDigest(modules: readonly string[], folder: string): string {
  const files = [...moduleGraph(modules, folder)].sort()
  return digest(files.map((file) => textOf(folder, file)))
}

/**
 * The files that modules of a program name, and that those name in turn: imports, workers, styles.
 * Every text in quotes that is the path of a file counts, so that no way to load one is missed.
 * @returns paths from `root`, with slashes; the modules themselves are among them
 */
export function moduleGraph(modules: readonly string[], root: string): Set<string> {
  const found = new Set(modules.map((module) => fileOf(root, module) ?? module))
  // A set tells of what is added to it while it is walked.
  for (const file of found) {
    for (const [, path = ''] of readFileSync(join(root, file), 'utf8').matchAll(NAMED)) {
      const target = path.startsWith('#')
        ? join(root, 'src', path.slice(1))
        : resolve(root, dirname(file), path)
      const named = fileOf(root, relative(root, target).split(sep).join('/'))
      if (named && !named.startsWith('../') && !NEWSROOM.test(named)) found.add(named)
    }
  }
  return found
}

/** A module's file in the program, absolute. @param module its path, `src/cli/news.ts` @throws Error where there is none */
export function moduleFile(module: string, root = PROGRAM_ROOT): string {
  const file = fileOf(root, module)
  if (!file) throw new Error(`The program has no module ${module}.`)
  return join(root, file)
}

/** A text in quotes that may be the path of a file of the program. */
const NAMED = /['"`]((?:\.{1,2}\/|#)[^'"`?\s]+)(?:\?\w+)?['"`]/g

/** A module's file, which in the installed package is JavaScript. @param module a path from `root` */
function fileOf(root: string, module: string): string | undefined {
  return [module, module.replace(/\.ts$/, '.js')].find((file) => isFile(join(root, file)))
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function filesOf(root: string, patterns: string[]): string[] {
  return globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !NEWSROOM.test(file) && !file.endsWith('.test.ts'))
    .sort()
}

/** The text that says which packages are installed: none where no package manager has left one. */
function lockOf(root: string): string[] {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    const lock = LOCKS.find((file) => isFile(join(folder, file)))
    if (lock) return [textOf(folder, lock)]
    if (dirname(folder) === folder) return []
  }
}

function textOf(root: string, file: string): string {
  return `${file}\n${readFileSync(join(root, file), 'latin1')}`
}

function digest(texts: readonly string[]): string {
  return hash('sha256', JSON.stringify(texts))
}
