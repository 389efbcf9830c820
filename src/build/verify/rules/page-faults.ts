import type { Problem } from '#desk/problem.ts'
import { faultIn } from '#build/analyse/fault.ts'
import { type JudgedSite, siteProblem } from '#build/verify/judged-site.ts'

/** What is wrong with a file whatever else there is, as it was found when it was read. */
export function pageFaults({ output, preview }: JudgedSite): Problem[] {
  return [...output.facts].flatMap(([file, { faults }]) =>
    Array.from(faults, (number) => faultIn(output.texts.at(number)))
      .filter(({ rule }) => !(preview && rule === 'unpublished-content'))
      .map(({ rule, message }) => siteProblem(rule, file, message)),
  )
}
