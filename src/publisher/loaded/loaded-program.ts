import type { SiteMaker } from '#publisher/site-maker.ts'
import { type ProcessOptions, ProgramProcess } from './program-process.ts'

/**
 * Publishes with a program that stays loaded, in a process of its own: the first publication is a build, and all later
 * ones do without Astro's start and without bundling. Where the program is not what a build would load any more, another
 * process is started, and takes the place of the first when it has published.
 */
export function loadedProgram(options: ProcessOptions): SiteMaker {
  let current: ProgramProcess | undefined
  let next: ProgramProcess | undefined
  let isClosed = false
  return {
    async publish({ at }) {
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
    },
    async close() {
      isClosed = true
      await Promise.all([current?.end(), next?.end()])
    },
  }
}

function refused(message: string) {
  return { outcome: 'refused', problems: [], message, isPassing: true } as const
}
