import { build } from 'astro'
import { onBuildReport } from '#build/build-report.ts'
import type { Problem } from '#desk/problem.ts'
import { dueAt } from './due-at.ts'
import type { Published, Refused } from './site-maker.ts'

/**
 * A process that makes one build of the newsroom which its environment names, as `npm run build` does, and tells whoever
 * has forked it what came of it.
 */
let published: Published | undefined
onBuildReport(({ rendered, articles, heldBack, steps, warnings, nextChange }) => {
  const due = dueAt(heldBack, nextChange)
  published = { outcome: 'published', rendered, articles, heldBack, steps, warnings, dueAt: due }
})

/** Sends the answer, and ends though a thread of the build may still be at work. */
function answer(result: Published | Refused): void {
  process.send?.(result, () => process.exit(result.outcome === 'published' ? 0 : 1))
}

/** What is wrong with files, whichever module's error says so: that of the desk and that of the verifier have the same form. */
function refusal(error: unknown): Refused {
  const { problems = [], message } = error as { problems?: readonly Problem[]; message?: string }
  return { outcome: 'refused', problems, message: message ?? String(error) }
}

// Whoever would hear the answer is gone: the next publisher is not to wait for this build.
process.on('disconnect', () => process.exit(1))

try {
  await build({})
  answer(
    published ?? {
      outcome: 'refused',
      problems: [],
      message: 'The build ended, and did not say what it has published.',
    },
  )
} catch (error) {
  answer(refusal(error))
}
