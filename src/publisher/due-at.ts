import type { HeldBack } from '#desk/held-back.ts'

/**
 * When the clock alone next changes a site.
 * @param heldBack the soonest first, drafts among it
 * @param nextChange what else the clock changes, in milliseconds since 1970
 */
export function dueAt(heldBack: readonly HeldBack[], nextChange: number | undefined): number | undefined {
  const scheduled = heldBack.find(({ why }) => why === 'scheduled')
  const moments = [scheduled ? Date.parse(scheduled.until) : undefined, nextChange]
  return moments.reduce((soonest, moment) =>
    soonest === undefined || (moment !== undefined && moment < soonest) ? moment : soonest,
  )
}
