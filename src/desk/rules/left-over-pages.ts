import type { Site } from '#domain/site.ts'
import { placeAt } from '#markdown/place.ts'
import { isTrial, leftOver } from '../left-over.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

/** What the sample's pages say of the sample, and where they send readers. */
const MARKS = /demonstration newsroom|[\w.-]+@warta\.example|\bwarta\.example\b/gi

/** Pages speak of the outlet, not of the sample. Each is told of once. */
export function checkLeftOverPages({ sources }: NewsroomFiles, site: Site): Problem[] {
  if (isTrial(site)) return []
  return sources.pages.flatMap(({ file, body, bodyLine }) => {
    const marks = [...body.matchAll(MARKS)]
    const [first] = marks
    if (!first) return []
    const { line, column } = placeAt(body, first.index)
    const words = new Set(marks.map(([mark]) => `"${mark}"`))
    const message = `This page still has the sample's words: ${[...words].join(', ')}. Write your own, or delete the page and what leads to it.`
    return [leftOver('left-over-page', { file, line: line + bodyLine - 1, column }, message)]
  })
}
