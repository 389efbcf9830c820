import { build } from 'astro'
import { type KeptProgram, keepProgram, type TimedSite } from '#build/kept-program.ts'
import { ProgramState } from '#build/program-state.ts'
import { buildSettings } from '#build/settings.ts'
import type { Problem } from '#desk/problem.ts'
import { dueAt } from '#publisher/due-at.ts'
import type { Refused } from '#publisher/site-maker.ts'
import type { Answer, Followed, Order, Outdated, Site } from './messages.ts'

/**
 * A process that holds a program: for its first order it builds with Astro, for all others with what that has left in
 * memory. It ends with its parent, and after an error of which nothing is known.
 */
const { newsroom } = buildSettings()
/** What is published as it is lies in the output, and is not copied again. */
const state = new ProgramState(newsroom, [newsroom.publicFiles])
const OUTDATED = { answer: { outcome: 'outdated' }, isOver: false } as const
let loadedState: string | undefined
let program: KeptProgram | undefined

process.on('message', async ({ at }: Order) => {
  const { answer, searched, isOver } = await answerTo(at)
  await send({ ...answer, searchFollows: searched !== undefined })
  if (searched)
    await send(
      await searched.then(
        () => ({}),
        (error: unknown) => ({ fault: String(error) }),
      ),
    )
  if (isOver) process.exit()
})
// Whoever would hear an answer is gone: the next publisher is not to wait for this one.
process.on('disconnect', () => process.exit())

function send(message: Answer | Followed): Promise<void> {
  return new Promise((done) => process.send?.(message, undefined, undefined, () => done()))
}

interface Result {
  answer: Site | Refused | Outdated
  /** Settles when search knows of all that is published. */
  searched?: Promise<void> | undefined
  /** Whether the process is of no use any more. */
  isOver: boolean
}

async function answerTo(at: number): Promise<Result> {
  process.env.SOURCE_DATE_EPOCH = String(Math.floor(at / 1000))
  try {
    const now = state.digest()
    if (loadedState !== undefined && now !== loadedState) return OUTDATED
    loadedState = now
    const { nextChange, searched, ...site } = await (program ? program.publish() : load())
    const due = dueAt(site.heldBack, nextChange)
    const memory = process.memoryUsage.rss()
    return { answer: { outcome: 'published', ...site, dueAt: due, memory }, searched, isOver: false }
  } catch (error) {
    // By their names, as Astro may have loaded their classes by another address.
    const { name, message, problems = [] } = error as Error & { problems?: readonly Problem[] }
    if (name === 'WorkspaceChanged') return OUTDATED
    // After another error nobody knows what is still being written.
    const isHarmless = program !== undefined && (problems.length > 0 || name === 'StillLocked')
    return {
      answer: { outcome: 'refused', problems, message: message ?? String(error) },
      isOver: !isHarmless,
    }
  }
}

async function load(): Promise<TimedSite> {
  keepProgram((kept) => (program = kept))
  await build({})
  if (!program) throw new Error('The build ended, and left no program.')
  return program.first
}
