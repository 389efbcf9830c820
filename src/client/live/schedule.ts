const SECOND = 1000
/** Milliseconds between two questions, and by how much the wait grows after so many answers without news. */
const SHORTEST = 10 * SECOND
const LONGEST = 30 * SECOND
const STEP = 5 * SECOND
const ANSWERS_A_STEP = 6
/** The longest wait while nobody answers. */
const LONGEST_UNANSWERED = 120 * SECOND

/**
 * Milliseconds to wait until the next question.
 * @param quiet answers without news since the last with some
 * @param failures questions without an answer since the last that had one
 */
export function nextWait(quiet: number, failures: number): number {
  if (failures > 0) return Math.min(LONGEST_UNANSWERED, SHORTEST * 2 ** failures)
  return Math.min(LONGEST, SHORTEST + STEP * Math.floor(quiet / ANSWERS_A_STEP))
}
