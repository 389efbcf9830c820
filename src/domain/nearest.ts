import { closestMatch } from 'leven'

/** The candidate most like `word`, when near enough to be a slip of the hand: a third of its letters, from 1 to 3. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const maxDistance = Math.min(3, Math.max(1, Math.floor(word.length / 3)))
  return closestMatch(word, [...candidates], { maxDistance })
}
