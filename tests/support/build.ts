import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { workspaceOf } from '#build/workspace.ts'
import { CHECKOUT } from './checkout.ts'
import { ARABIC, BILINGUAL, FIXTURE, LANGUAGES, SAMPLE } from './sites.ts'

const OF_PROGRAM = [FIXTURE, LANGUAGES, ARABIC, BILINGUAL, SAMPLE]

export interface BuildOptions {
  /** Folder of the newsroom; one of the program's own, the sample or a fixture, is taken from the checkout that builds it. */
  newsroom: string
  outDir: string
  /** Folder of the program; `CHECKOUT` unless given. */
  cwd?: string | undefined
  env?: Record<string, string>
  /** For `astro build`. */
  args?: string[]
  /** A command before it, which runs it as another user say. */
  as?: string[]
}

export interface BuildResult {
  exitCode: number | null
  /** What the build printed, both streams, without colours. */
  output: string
}

/** Where a build of the checkout in `cwd`, for readers, leaves its pages for the next one. */
export function workspaceFor(outDir: string, cwd = CHECKOUT): string {
  return workspaceOf(resolve(outDir), resolve(cwd), resolve(cwd, '.cache/build'))
}

/** The moment at which the fixture newsroom is built: a second before its embargo ends. */
export const FIXTURE_EPOCH = '1751295600'

/** As `npx astro`, which takes half a second to find it. */
export const ASTRO = resolve('node_modules/.bin/astro')

/** Nothing of Vitest's environment: its DEV and NODE_ENV would change what Astro makes. */
export function projectEnv(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ASTRO_TELEMETRY_DISABLED: '1',
    FORCE_COLOR: '0',
  }
}

/** Runs `astro build` as `npm run build` does. */
export function build(options: BuildOptions): Promise<BuildResult> {
  const child = startBuild(options)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (exitCode) => done({ exitCode, output: stripVTControlCharacters(output) }))
  })
}

/** Paths of the pages that a build has rendered, by its output, which names no other pages. */
export function pagesMade(output: string): string[] {
  return [...stripVTControlCharacters(output).matchAll(/├─ (\S+)/g)].map(([, path = '']) => path)
}

/** Starts `astro build`; one that is to be killed needs a process group of its own, for the processes that it starts. */
export function startBuild(
  { newsroom, outDir, cwd = CHECKOUT, env, args = [], as = [] }: BuildOptions,
  { ownGroup = false } = {},
) {
  const [command = ASTRO, ...rest] = [...as, ASTRO, 'build', ...args]
  return spawn(command, rest, {
    cwd,
    env: {
      ...projectEnv(),
      NEWSROOM: OF_PROGRAM.includes(newsroom) ? join(resolve(cwd), newsroom) : resolve(newsroom),
      OUT_DIR: resolve(outDir),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  })
}
