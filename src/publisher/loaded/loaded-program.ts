import { realpathSync } from 'node:fs'
import type { Published, Refused, SiteMaker } from '#publisher/site-maker.ts'
import type { Order } from './messages.ts'
import { type ProcessOptions, ProgramProcess } from './program-process.ts'

interface ProgramOptions extends ProcessOptions {
  /**
   * Makes ready what builds the newsroom as it is now, where that is not always the same.
   * @throws Error when that is not possible, with why
   */
  programNow?: (signal: AbortSignal) => Promise<Pick<ProcessOptions, 'program' | 'module'>>
}

/**
 * Publishes with a program that stays loaded, in a process of its own: the first publication is a build, and all later
 * ones do without Astro's start and without bundling. Where the program is not what a build would load any more, another
 * process is started, and takes the place of the first when it has published.
 */
export function loadedProgram({ programNow, ...options }: ProgramOptions): SiteMaker {
  let current: ProgramProcess | undefined
  /** The program that `current` holds. */
  let held: string | undefined
  const closing = new AbortController()
  let next: ProgramProcess | undefined
  let searching: Promise<void> | undefined
  return {
    async publish({ at }) {
      await searching
      const answer = await ask({ at })
      // Whoever wants to know what becomes of it has the promise too.
      searching = answer.outcome === 'published' ? answer.searched?.catch(() => {}) : undefined
      return answer
    },
    async close() {
      closing.abort()
      await Promise.all([current?.end(), next?.end()])
    },
  }

  async function ask({ at }: Order): Promise<Published | Refused> {
    let now: Partial<ProcessOptions> | undefined
    try {
      now = await programNow?.(closing.signal)
    } catch (error) {
      if (closing.signal.aborted) return stopped()
      return { outcome: 'refused', problems: [], message: (error as Error).message }
    }
    // By what a module's path leads to: it may be the same of two.
    const wanted = now?.module && realpathSync(now.module)
    const answer = wanted === held ? await current?.ask({ at }) : undefined
    if (answer && answer.outcome !== 'outdated' && !answer.isLost) return answer
    if (closing.signal.aborted) return stopped()
    next = new ProgramProcess({ ...options, ...now })
    const first = await next.ask({ at })
    if (first.outcome === 'published') {
      await current?.end()
      current = next
      held = wanted
    } else await next.end()
    next = undefined
    return first.outcome === 'outdated' ? refused('The program was changed while it was loaded.') : first
  }
}

function stopped() {
  return refused('The publisher is being stopped.')
}

function refused(message: string) {
  return { outcome: 'refused', problems: [], message, isPassing: true } as const
}
