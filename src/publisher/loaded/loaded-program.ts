import type { Published, Refused, SiteMaker } from '#publisher/site-maker.ts'
import type { Order } from './messages.ts'
import { type ProcessOptions, ProgramProcess } from './program-process.ts'

/**
 * Publishes with a program that stays loaded, in a process of its own: the first publication is a build, and all later
 * ones do without Astro's start and without bundling. Where the program is not what a build would load any more, another
 * process is started, and takes the place of the first when it has published.
 */
export function loadedProgram(options: ProcessOptions): SiteMaker {
  let current: ProgramProcess | undefined
  let next: ProgramProcess | undefined
  let searching: Promise<void> | undefined
  let isClosed = false
  return {
    async publish({ at }) {
      await searching
      const answer = await ask({ at })
      // Whoever wants to know what becomes of it has the promise too.
      searching = answer.outcome === 'published' ? answer.searched?.catch(() => {}) : undefined
      return answer
    },
    async close() {
      isClosed = true
      await Promise.all([current?.end(), next?.end()])
    },
  }

  async function ask({ at }: Order): Promise<Published | Refused> {
    const answer = current && (await current.ask({ at }))
    if (answer && answer.outcome !== 'outdated' && !answer.isLost) return answer
    if (isClosed) return refused('The publisher is being stopped.')
    next = new ProgramProcess(options)
    const first = await next.ask({ at })
    if (first.outcome === 'published') {
      await current?.end()
      current = next
    } else await next.end()
    next = undefined
    return first.outcome === 'outdated' ? refused('The program was changed while it was loaded.') : first
  }
}

function refused(message: string) {
  return { outcome: 'refused', problems: [], message, isPassing: true } as const
}
