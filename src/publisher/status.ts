import type { HeldBack } from '#desk/held-back.ts'
import type { Problem } from '#desk/problem.ts'
import type { Reason } from './publications.ts'
import type { Published } from './site-maker.ts'
import type { Commit } from './source.ts'

/** What came of a publication: readers see it; the newsroom must mend something; or the machine must. */
type Outcome = 'published' | 'refused' | 'failed'

/** A publication that was tried. Moments are milliseconds since 1970. */
export interface Attempt {
  at: number
  seconds: number
  outcome: Outcome
  reasons: readonly Reason[]
  commit?: Commit | undefined
  /** Of one that was published. */
  rendered?: number
  articles?: number
  steps?: Published['steps']
  warnings?: readonly Problem[]
  /** Bytes of the process that has made it. */
  memory?: number | undefined
  /** Of one that was not: errors of files, and what else there is to say. */
  problems?: readonly Problem[]
  message?: string
}

/** What is remembered from one start to the next. */
export interface Remembered {
  attempts: Attempt[]
  published: Attempt | undefined
  refused: Attempt | undefined
  heldBack: readonly HeldBack[]
  dueAt: number | undefined
}

/** What is told of a publisher, by its page, its metrics and its health. */
export interface Status extends Remembered {
  startedAt: number
  /** Since when a publication is under way. */
  busySince: number | undefined
  /** What is wrong with the machine, the network or the repository, and since when. */
  trouble: { since: number; message: string } | undefined
  /** Since the start. */
  counts: Record<Outcome, number>
  steps: Record<string, { sum: number; count: number }>
}

/** How many attempts are remembered, and how many problems of each. */
const ATTEMPTS = 20
const PROBLEMS = 200

/** Keeps what is told of a publisher. */
export class StatusBoard {
  readonly #remember: (remembered: Remembered) => void
  #status: Status

  constructor(
    startedAt: number,
    remembered: Remembered | undefined,
    remember: (remembered: Remembered) => void,
  ) {
    this.#remember = remember
    this.#status = {
      ...{ attempts: [], published: undefined, refused: undefined, heldBack: [], dueAt: undefined },
      ...remembered,
      startedAt,
      busySince: undefined,
      trouble: undefined,
      counts: { published: 0, refused: 0, failed: 0 },
      steps: {},
    }
  }

  get status(): Readonly<Status> {
    return this.#status
  }

  began(at: number): void {
    this.#status = { ...this.#status, busySince: at }
  }

  /** Nothing had to be published. */
  idle(): void {
    this.#status = { ...this.#status, busySince: undefined }
  }

  /** @param schedule of a publication: what readers do not see yet, and when the clock next changes the site */
  ended(attempt: Attempt, schedule?: Pick<Published, 'heldBack' | 'dueAt'>): void {
    const { counts, steps, ...status } = this.#status
    const shown = { ...attempt, ...(attempt.problems && { problems: attempt.problems.slice(0, PROBLEMS) }) }
    const summed = { ...steps }
    for (const { step, seconds } of attempt.steps ?? []) {
      const { sum, count } = summed[step] ?? { sum: 0, count: 0 }
      summed[step] = { sum: sum + seconds, count: count + 1 }
    }
    this.#status = {
      ...status,
      ...schedule,
      busySince: undefined,
      counts: { ...counts, [attempt.outcome]: counts[attempt.outcome] + 1 },
      steps: summed,
      attempts: [shown, ...status.attempts].slice(0, ATTEMPTS),
      ...(attempt.outcome === 'published' && { published: shown }),
      ...(attempt.outcome === 'refused' && { refused: shown }),
    }
    this.#save()
  }

  /** What was refused last is mended, or is no longer what is to be published. */
  mended(): void {
    if (!this.#status.refused) return
    this.#status = { ...this.#status, refused: undefined }
    this.#save()
  }

  /** @param message undefined where nothing is wrong any more. @returns whether that is new */
  trouble(message: string | undefined, at: number): boolean {
    const { trouble } = this.#status
    if (trouble?.message === message) return false
    this.#status = {
      ...this.#status,
      trouble: message === undefined ? undefined : { since: trouble?.since ?? at, message },
    }
    return true
  }

  #save(): void {
    const { attempts, published, refused, heldBack, dueAt } = this.#status
    this.#remember({ attempts, published, refused, heldBack, dueAt })
  }
}
