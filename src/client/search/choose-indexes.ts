export interface Choice {
  /** The indexes that answer. */
  asked: string[]
  /** Whether a word of the query stands in none of them: what is found instead are words near to it. */
  isNear: boolean
}

/**
 * Which indexes answer a query. An index that lacks a word finds longer words
 * that begin with it, or else the longest word that it begins with: `man` for
 * `manusia`. So one that lacks a word is passed over where another has it.
 * @param all the names of the open indexes
 * @param having for each word of the query, those of them that have it itself
 */
export function chooseIndexes(all: readonly string[], having: readonly ReadonlySet<string>[]): Choice {
  const known = having.filter((names) => names.size > 0)
  return {
    asked: all.filter((name) => known.every((names) => names.has(name))),
    isNear: known.length < having.length,
  }
}
