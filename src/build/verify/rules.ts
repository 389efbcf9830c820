import type { Problem } from '#desk/problem.ts'
import type { JudgedSite } from './judged-site.ts'
import { brokenLinks } from './rules/broken-links.ts'
import { emptyFiles } from './rules/empty-files.ts'
import { leftoverFiles } from './rules/leftover-files.ts'
import { lostPages } from './rules/lost-pages.ts'
import { pageFaults } from './rules/page-faults.ts'

/** Judges a finished site by what is known of its files. Each problem has the id of a row of `VERIFIER_RULES`. */
type VerifierRule = (site: JudgedSite) => Problem[]

const RULES: readonly VerifierRule[] = [emptyFiles, leftoverFiles, pageFaults, brokenLinks, lostPages]

/** All problems of a site; those that are no warnings keep it from being published. */
export function judgeSite(site: JudgedSite): Problem[] {
  return RULES.flatMap((rule) => rule(site))
}
