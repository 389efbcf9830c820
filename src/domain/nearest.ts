import { closestMatch } from 'leven'

/**
 * The candidate most like `word`, when near enough to be a slip of the hand: 1
 * edit in a short word, 2 in one of 4 to 7 letters (two letters swapped are 2),
 * 3 in a longer one.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const maxDistance = word.length < 4 ? 1 : word.length < 8 ? 2 : 3
  return closestMatch(word, [...candidates], { maxDistance })
}
