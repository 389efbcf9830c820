import { hash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** All that makes pages of a newsroom; what the newsroom says itself is no part of it. */
const PROGRAM = ['astro.config.mjs', 'tailwind.config.ts', 'tsconfig.json', 'package-lock.json', 'src/**/*']
const NEWSROOM = /^src\/(content\/|site\.config\.ts$)/
/** Of packages, what is installed. */
const PACKAGES = 'package-lock.json'

const OWN_PATH = join('src', 'cache', 'program-fingerprint.ts')
/** The program's folder. Within Astro's bundle this module lies elsewhere, but Astro is started in that folder. */
const PROGRAM_ROOT = programRoot(fileURLToPath(import.meta.url))

/** By root: files as they were when the process began, as the code that runs is. */
const programs = new Map<string, string>()
const digests = new Map<string, string>()

/**
 * Tells builds apart that may use nothing of each other's: those by another program, or between other folders.
 * @param root the program's folder
 * @param folders that the build reads from and writes to
 */
export function programFingerprint(root: string, folders: readonly string[] = []): string {
  const folder = resolve(root)
  const program = programs.get(folder) ?? digest(programFiles(folder).map((file) => textOf(folder, file)))
  programs.set(folder, program)
  return digest([process.version, ...folders, program])
}

/**
 * Tells apart what a module of the program makes: a digest of its code, of all
 * code that it names, directly or not, of the installed packages' versions, and of Node's.
 * A cache whose fingerprint this is needs no version that somebody must remember to raise.
 * @param modules paths from the program's folder, `src/domain/related.ts`
 * @throws Error for a module that is not there
 */
export function moduleFingerprint(modules: readonly string[], root = PROGRAM_ROOT): string {
  return digest([process.version, textOf(resolve(root), PACKAGES), moduleDigest(modules, root)])
}

/** The same of the code alone, which is one on every machine. */
export function moduleDigest(modules: readonly string[], root = PROGRAM_ROOT): string {
  const folder = resolve(root)
  const id = JSON.stringify([folder, modules])
  const known = digests.get(id)
  if (known) return known
  const files = [...moduleGraph(modules, folder)].sort()
  const result = digest(files.map((file) => textOf(folder, file)))
  digests.set(id, result)
  return result
}

/**
 * The files that modules of a program name, and that those name in turn: imports, workers, styles.
 * Every text in quotes that is the path of a file counts, so that no way to load one is missed.
 * @returns paths from `root`, with slashes; the modules themselves are among them
 */
export function moduleGraph(modules: readonly string[], root: string): Set<string> {
  const found = new Set(modules)
  // A set tells of what is added to it while it is walked.
  for (const file of found) {
    for (const [, path = ''] of readFileSync(join(root, file), 'utf8').matchAll(NAMED)) {
      const target = path.startsWith('#')
        ? join(root, 'src', path.slice(1))
        : resolve(root, dirname(file), path)
      const named = relative(root, target).split(sep).join('/')
      if (!named.startsWith('../') && isFile(target) && !NEWSROOM.test(named)) found.add(named)
    }
  }
  return found
}

/** A text in quotes that may be the path of a file of the program. */
const NAMED = /['"`]((?:\.{1,2}\/|#)[^'"`?\s]+)(?:\?\w+)?['"`]/g

function programRoot(ownFile: string): string {
  return ownFile.endsWith(OWN_PATH) ? ownFile.slice(0, -OWN_PATH.length) : process.cwd()
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function programFiles(root: string): string[] {
  return globSync(PROGRAM, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !NEWSROOM.test(file) && !file.endsWith('.test.ts'))
    .sort()
}

function textOf(root: string, file: string): string {
  return `${file}\n${readFileSync(join(root, file), 'latin1')}`
}

function digest(texts: readonly string[]): string {
  return hash('sha256', JSON.stringify(texts))
}
