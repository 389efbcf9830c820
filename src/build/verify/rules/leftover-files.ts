import type { Problem } from '#desk/problem.ts'
import { type JudgedSite, siteProblem } from '#build/verify/judged-site.ts'

/** Pages and feeds are what routes make; sitemaps come from an integration. */
const OF_ROUTES = /\.(html|xml)$/
const SITEMAP = /^sitemap[^/]*\.xml$/
const MESSAGE = 'is of an earlier build: no page of this one. Build again without the cache.'

export function leftoverFiles({ output, routes }: JudgedSite): Problem[] {
  return [...output.facts.keys()]
    .filter((file) => OF_ROUTES.test(file) && !SITEMAP.test(file) && !routes.has(file))
    .map((file) => siteProblem('leftover-file', file, MESSAGE))
}
