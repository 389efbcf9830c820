import type { Site } from '#domain/site.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import { buildMoment } from '../moment.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const YEAR_MS = 366 * DAY_MS

/** The year of the first newspaper. */
const FIRST_NEWSPAPER = '1605'

/**
 * Dates that are sound and yet hardly meant: an embargo of more than a year, an
 * update that is yet to come, a year without newspapers.
 */
export function checkDates({ sources }: NewsroomFiles, site: Site): Problem[] {
  const now = buildMoment().getTime()
  const twoDaysAgo = new Date(now - 2 * DAY_MS).toISOString().slice(0, 10)
  return sources.articles.flatMap((source) => {
    // No zone is more than a day from another: most dates are past as text already, and need no calendar.
    const { publishedAt, updatedAt = '' } = source.data
    const isOld = String(publishedAt) < FIRST_NEWSPAPER
    if (!isOld && String(publishedAt) < twoDaysAgo && String(updatedAt) < twoDaysAgo) return []
    const momentOf = (field: string) => parseMoment(String(source.data[field]), site.timeZone)
    const at = (field: string) => momentOf(field)?.getTime() ?? now
    const warn = (field: string, message: string): Problem => ({
      file: source.file,
      ...source.placeOf([field]),
      message: `"${field}" ${message}`,
      severity: 'warning',
    })
    const problems: Problem[] = []
    if (isOld && momentOf('publishedAt'))
      problems.push(warn('publishedAt', 'is older than any newspaper. Is the year right?'))
    if (at('publishedAt') > now + YEAR_MS)
      problems.push(
        warn(
          'publishedAt',
          'is more than a year ahead: nobody will see the article before. Is the year right?',
        ),
      )
    else if (at('publishedAt') <= now && at('updatedAt') > now)
      problems.push(
        warn('updatedAt', 'lies ahead, and readers see it at once. Write when the text was really changed.'),
      )
    return problems
  })
}
