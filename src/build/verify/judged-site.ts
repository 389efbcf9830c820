import type { Problem } from '#desk/problem.ts'
import type { Output } from './output.ts'
import type { VerifierRuleId } from './rule-ids.ts'

/** Files of pages that readers open, from the output's folder. */
export interface Publication {
  pages: readonly string[]
  /** Those of the pages that are articles. */
  articles: readonly string[]
}

/** A finished site, and what it is judged against. */
export interface JudgedSite {
  output: Output
  /** The files that routes of this build have. */
  routes: ReadonlySet<string>
  /** Whether pages may show what is not published. */
  preview: boolean
  /** What was published last; undefined where nothing of it is missed. */
  last: Publication | undefined
  /** Percent of its pages, and of its articles, that may be gone. */
  maxLoss: number
}

/** The site as a whole is meant where a problem is in no file of it. */
export const WHOLE_SITE = ''

/**
 * @param file from the output's folder, or `WHOLE_SITE`
 * @param message the end of a sentence about the file, with the way to mend it
 */
export function siteProblem(
  rule: VerifierRuleId,
  file: string,
  message: string,
  severity?: Problem['severity'],
): Problem {
  return { rule, file, line: 1, column: 1, message, ...(severity && { severity }) }
}

/** The pages of an output that readers open. */
export function pagesOf({ facts }: Output): Set<string> {
  return new Set([...facts].flatMap(([file, { kind }]) => (kind === 'part' ? [] : [file])))
}
