import type { Category } from '#domain/article.ts'

/** A page on the way from the front page to the one that is shown. */
export interface Step {
  label: string
  /** Absent for the page itself. */
  href?: string | undefined
  /** BCP 47, of the label, where it is not of the chrome. */
  lang?: string
  /** The section whose page it is, where its name stands for a kicker. */
  section?: Category
}
