import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rename, rm, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'

interface CommitProgramOptions {
  /** The folder of a commit's files, and the newsroom in it; absolute, as all paths. */
  checkout: string
  newsroom: string
  /** The folder in which the publisher was started, with the packages that are installed there. */
  program: string
  /** Where the packages of commits are installed. */
  caches: string
  /** What is secret to a commit's code is not in it. */
  env: NodeJS.ProcessEnv
  onInstall: () => void
}

/** In which folder a commit is built, and which module of the program does so; undefined for the one that runs. */
export interface CommitProgram {
  program: string
  module?: string
}

const LOCK = 'package-lock.json'
const PACKAGES = 'node_modules'
/** The module that holds a program, from the folder of a commit: the program's own repository, and an outlet that has it as a package. */
const MODULES = [
  'src/publisher/loaded/child.ts',
  join(PACKAGES, 'warta/lib/src/publisher/loaded/child.js'),
] as const
/** Installations that are kept: the one of the commit, and the one of the program that serves until that is loaded. */
const KEPT = 2
const TIMEOUT = 30 * 60_000

/**
 * What builds the commit that is checked out: its own code, with the packages that its package-lock.json names. Where they
 * are others than those that the publisher was started with, npm installs them into a folder of their own, so that
 * nothing is taken from the program that is loaded. A commit that names no program is built by the one that runs.
 * @throws Error when they cannot be installed, with what npm says
 */
export async function commitProgram(
  { checkout, newsroom, program, caches, env, onInstall }: CommitProgramOptions,
  signal: AbortSignal,
): Promise<CommitProgram> {
  const folder = [newsroom, checkout].find((one) => existsSync(join(one, LOCK)))
  if (folder === undefined || !namesProgram(folder)) return { program }
  let packages = join(program, PACKAGES)
  if (digestOf(folder) !== digestOf(program)) {
    const installed = join(caches, 'packages', digestOf(folder))
    packages = join(installed, PACKAGES)
    if (!existsSync(packages)) {
      onInstall()
      await rm(join(folder, PACKAGES), { recursive: true, force: true })
      await npmCi(folder, join(caches, 'npm'), env, signal)
      await mkdir(installed, { recursive: true })
      await rename(join(folder, PACKAGES), packages)
    }
    const now = new Date()
    await utimes(installed, now, now)
    await removeOld(join(caches, 'packages'))
  }
  const link = join(folder, PACKAGES)
  await rm(link, { recursive: true, force: true })
  await symlink(packages, link)
  const module = MODULES.map((path) => join(folder, path)).find((path) => existsSync(path))
  if (module === undefined) throw new Error(`The commit’s version of the program has no publisher.`)
  return { program: folder, module }
}

function namesProgram(folder: string): boolean {
  if (existsSync(join(folder, MODULES[0]))) return true
  return textOf(folder, LOCK).includes('"node_modules/warta"')
}

/** Of all that says which packages are installed, and how; another where any of it is. */
function digestOf(folder: string): string {
  const texts = ['package.json', LOCK, '.npmrc'].map((file) => textOf(folder, file))
  return hash('sha256', JSON.stringify(texts)).slice(0, 16)
}

function textOf(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8')
  } catch {
    return ''
  }
}

function npmCi(folder: string, cache: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const args = ['ci', '--omit=dev', '--no-audit', '--no-fund', '--prefix', folder, '--cache', cache]
  return new Promise((done, fail) => {
    execFile('npm', args, { cwd: folder, env, signal, timeout: TIMEOUT }, (error, stdout, stderr) => {
      if (!error) return done()
      // Where it has kept its own log tells the newsroom nothing.
      const said = (stderr || stdout)
        .replace(/^npm (?:error|ERR!) ?/gm, '')
        .replace(/^A complete log of this run.*\n?/gm, '')
        .trim()
      fail(
        new Error(
          `The packages of the commit cannot be installed, by "npm ci": ${said.slice(0, 1000) || error.message}`,
        ),
      )
    })
  })
}

async function removeOld(folder: string): Promise<void> {
  const newest = readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const path of newest.slice(KEPT)) await rm(path, { recursive: true, force: true })
}
