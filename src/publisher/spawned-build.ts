import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Published, Refused, SiteMaker } from './site-maker.ts'

export interface SpawnOptions {
  /** The folder in which a build is made: absolute, as all of them. */
  program: string
  newsroom: string
  outDir: string
  /** Of the build: what its secrets are not in. */
  env: NodeJS.ProcessEnv
  /** Milliseconds after which a build that was asked to end is ended. */
  patience?: number
  /** The module that a process runs; another in tests. */
  module?: string
}

/** How much of what a build has printed is told when it ends without an answer. */
const TAIL = 2000
const PATIENCE = 10_000

/**
 * Makes a site by a process for each publication, which loads the program as it is now: after a change of code, packages
 * or settings too. The process ends with its publication, and with this one.
 */
export function spawnedBuilds(options: SpawnOptions): SiteMaker {
  const { program, newsroom, outDir, env, patience = PATIENCE } = options
  const module = options.module ?? fileURLToPath(new URL('./build-process.ts', import.meta.url))
  let running: { child: ChildProcess; ended: Promise<void> } | undefined
  let isClosed = false
  return {
    async publish({ at }) {
      if (isClosed) return failed('The publisher is being stopped.')
      const child = fork(module, [], {
        cwd: program,
        env: {
          ...env,
          NEWSROOM: newsroom,
          OUT_DIR: outDir,
          SOURCE_DATE_EPOCH: String(Math.floor(at / 1000)),
          ASTRO_TELEMETRY_DISABLED: '1',
          FORCE_COLOR: '0',
        },
        execArgv: [],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      })
      const answered = answerOf(child)
      running = { child, ended: answered.then(() => {}) }
      const answer = await answered
      running = undefined
      return answer
    },
    async close() {
      isClosed = true
      if (!running) return
      const { child, ended } = running
      // A build that is cut off leaves the published site as it was.
      child.kill('SIGTERM')
      const last = setTimeout(() => child.kill('SIGKILL'), patience)
      await ended
      clearTimeout(last)
    },
  }
}

/** What a process says came of its build, or how it has ended without a word; resolves once it has ended. */
function answerOf(child: ChildProcess): Promise<Published | Refused> {
  let answer: Published | Refused | undefined
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-TAIL)))
  }
  return new Promise((done) => {
    child.on('message', (message) => (answer = message as Published | Refused))
    child.on('error', (error) => done(failed(`The build could not be started: ${error.message}`)))
    child.on('close', (code, signal) => {
      const how = signal ? `was ended by ${signal}` : `ended with exit status ${code}`
      done(
        answer ??
          failed(`The build ${how}, and said nothing of what it has published.\n${printed}`.trimEnd()),
      )
    })
  })
}

function failed(message: string): Refused {
  return { outcome: 'refused', problems: [], message }
}
