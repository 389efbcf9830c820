import { type ChildProcess, fork } from 'node:child_process'
import { on } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Published, Refused } from '#publisher/site-maker.ts'
import type { Answer, Followed, Order, Outdated } from './messages.ts'

export interface ProcessOptions {
  /** The folder in which a build is made: absolute, as all of them. */
  program: string
  /** The module that a process runs: that of the program which runs this, unless given. */
  module?: string
  newsroom: string
  outDir: string
  /** Of builds: what is secret to them is not in it. */
  env: NodeJS.ProcessEnv
  /** As for `npm run build`: `--accept-loss`, say. */
  args?: readonly string[]
  /** Milliseconds after which a process that was told to end is ended. */
  patience?: number
  /** Is given what builds print. */
  log?: (text: string) => void
}

/** How much of what a process has printed is told when it ends without an answer. */
const TAIL = 2000
const PATIENCE = 10_000

/** That of a process which has ended without one is lost. */
type ProcessAnswer = ((Published | Outdated) & { isLost?: undefined }) | (Refused & { isLost?: true })

/** A process that holds a program, or is about to load one. */
export class ProgramProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<string>
  readonly #patience: number
  /** Two may come at once. */
  readonly #messages: AsyncIterator<unknown[]>
  #printed = ''

  constructor({
    program,
    newsroom,
    outDir,
    env,
    args = [],
    patience = PATIENCE,
    module,
    log,
  }: ProcessOptions) {
    this.#patience = patience
    this.#child = fork(module ?? fileURLToPath(new URL('./child.ts', import.meta.url)), args, {
      cwd: program,
      env: {
        ...env,
        NEWSROOM: newsroom,
        OUT_DIR: outDir,
        ASTRO_TELEMETRY_DISABLED: '1',
        FORCE_COLOR: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#messages = on(this.#child, 'message')
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed = (this.#printed + text).slice(-TAIL)
        log?.(text)
      })
    }
    this.#ended = new Promise((done) => {
      this.#child.on('error', (error) => done(`The build could not be started: ${error.message}`))
      this.#child.on('close', (code, signal) => {
        const how = signal ? `was ended by ${signal}` : `ended with exit status ${code}`
        done(`The build ${how}, and said nothing of what it has published.\n${this.#printed}`.trimEnd())
      })
    })
  }

  /** What comes of an order. It may be given when what search does for the last one is done. */
  async ask(order: Order): Promise<ProcessAnswer> {
    const answered = this.#next<Answer>()
    // Where it has ended by then, that is told by `#ended`.
    this.#child.send(order, () => {})
    const answer = await answered
    if (typeof answer === 'string')
      return { outcome: 'refused', problems: [], message: answer, isPassing: true, isLost: true }
    const { searchFollows, ...rest } = answer
    if (!searchFollows || rest.outcome !== 'published') return rest
    return { ...rest, searched: this.#followed() }
  }

  async #followed(): Promise<void> {
    const followed = await this.#next<Followed>()
    const fault = typeof followed === 'string' ? followed : followed.fault
    if (fault !== undefined) throw new Error(fault)
  }

  /** The next message, or how the process has ended. */
  #next<Message extends object>(): Promise<Message | string> {
    const message = this.#messages.next().then(
      ({ value: [value] = [] }) => value as Message,
      // It could not be started.
      () => this.#ended,
    )
    return Promise.race([message, this.#ended])
  }

  /** Ends it, whatever it does: what is cut off leaves the published site as it was. */
  async end(): Promise<void> {
    this.#child.kill('SIGTERM')
    const last = setTimeout(() => this.#child.kill('SIGKILL'), this.#patience)
    await this.#ended
    clearTimeout(last)
  }
}
