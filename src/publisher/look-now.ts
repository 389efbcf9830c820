import { lineOf } from '#desk/problem.ts'
import { named } from './git/git-source.ts'
import type { Publisher } from './publisher.ts'

/**
 * Has a publisher look at its repository, or at all of its folder, and waits for what comes of it.
 * @returns lines for whoever has pushed
 */
export async function lookNow(publisher: Publisher): Promise<string> {
  const [before] = publisher.status.attempts
  publisher.want('commit')
  await publisher.settled()
  const { attempts, trouble } = publisher.status
  const [attempt] = attempts
  if (trouble) return `Not published: ${trouble.message}\n`
  if (!attempt || attempt === before) return 'There is nothing new to publish.\n'
  const { outcome, commit, seconds, problems = [], message = '' } = attempt
  const what = commit ? named(commit) : 'The newsroom'
  if (outcome === 'published') return `${what} is published, after ${seconds.toFixed(1)} s.\n`
  const lines = problems.length > 0 ? problems.map(lineOf) : [message]
  return [`${what} is not published. Readers see what they saw before.`, ...lines, ''].join('\n')
}
