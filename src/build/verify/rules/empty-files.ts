import { extname } from 'node:path'
import { sizeIn } from '#cache/file-identity.ts'
import type { Problem } from '#desk/problem.ts'
import { type JudgedSite, siteProblem } from '#build/verify/judged-site.ts'

const MESSAGE = 'is empty. See what writes it, and build again without the cache.'

/** A file without an ending may well be empty: its name is all there is to it, as of .nojekyll. */
export function emptyFiles({ output }: JudgedSite): Problem[] {
  return [...output.files].flatMap(([file, identity]) =>
    sizeIn(identity) === 0 && extname(file) ? [siteProblem('empty-file', file, MESSAGE)] : [],
  )
}
