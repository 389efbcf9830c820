import { isExampleAddress } from '#domain/example-address.ts'
import type { Site } from '#domain/site.ts'
import type { Problem } from './problem.ts'
import type { LeftOverRuleId } from './rule-ids.ts'

/** Whether an outlet is only tried out: what is left of the sample then does no harm. */
export function isTrial({ url }: Pick<Site, 'url'>): boolean {
  return isExampleAddress(url)
}

/**
 * Something of the sample that readers would take for the outlet's.
 * @param message what it is, and how to mend it
 */
export function leftOver(
  rule: LeftOverRuleId,
  place: Pick<Problem, 'file' | 'line' | 'column'>,
  message: string,
  cause?: string,
): Problem {
  return { ...place, message, severity: 'warning', blocksPublication: true, rule, ...(cause && { cause }) }
}
