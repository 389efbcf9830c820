/** Carries such a question from the pages to what the last build has left: the two share a process, but no modules. */
export const KEPT_CHANNEL = 'warta:kept-pages'

/** Which pages need not be made. */
export interface KeptQuestion {
  /** Of the pages of a route. */
  keys: readonly string[]
  /** The answer: those of pages that stand in the output as they would be made. Undefined where nobody knows. */
  kept?: ReadonlySet<string>
}
