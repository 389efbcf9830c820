import { linksFor } from '#domain/links.ts'
import { nearest } from '#domain/nearest.ts'
import type { Site } from '#domain/site.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import { linkJudge } from '../judge-link.ts'
import { buildMoment } from '../moment.ts'
import { isError, type Problem } from '../problem.ts'
import { publishedFrom } from '../published-from.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

const HOUR_MS = 60 * 60 * 1000
/** A line that stands for longer is no news any more. */
const LONGEST_HOURS = 48

/** The line of breaking news leads to a page that is there by then, and stands for hours, not weeks. */
export function checkBreaking(files: NewsroomFiles, site: Site): Problem[] {
  const { breaking, sources } = files
  if (!breaking) return []
  const { article, href, from: begin, until: end } = breaking.data
  const [from, until] = [begin, end].map((text) => parseMoment(String(text), site.timeZone)?.getTime())
  if (from === undefined || until === undefined) return []
  // What is over leads nobody anywhere.
  if (until <= buildMoment().getTime()) return []
  const at = (field: string, message: string): Problem => ({
    file: breaking.file,
    ...breaking.placeOf([field]),
    message: `"${field}" ${message}`,
  })
  const problems: Problem[] = []
  if (until - from > LONGEST_HOURS * HOUR_MS)
    problems.push({
      ...at('until', `is more than ${LONGEST_HOURS} hours after "from". Is the day right?`),
      severity: 'warning',
    })
  if (typeof href === 'string') {
    const judge = linkJudge(files, site, buildMoment().getTime())
    const fault = judge(href, { path: linksFor(site).front(), from })
    if (fault) {
      const severity = fault.mild ? ({ severity: 'warning' } as const) : {}
      problems.push({ ...at('href', `is "${href}", which ${fault.message}`), ...severity })
    }
  }
  if (typeof article === 'string') {
    const source = sources.articles.find(({ slug }) => slug === article)
    if (source) {
      const seenFrom = publishedFrom(source, site.timeZone)
      const why = source.data.draft === true ? 'a draft' : 'published only later'
      if (seenFrom > from)
        problems.push({
          ...at('article', `names ${source.file}, which is ${why}: until then the line leads nowhere.`),
          severity: 'warning',
        })
    } else if (!files.problems.some((problem) => isError(problem) && problem.file.startsWith('articles/'))) {
      const near = nearest(
        article,
        sources.articles.map(({ slug }) => slug),
      )
      const advice = near
        ? `Did you mean "${near}"?`
        : 'Write the name of its file without its ending, or take the line out.'
      problems.push(at('article', `is "${article}", and there is no such article. ${advice}`))
    }
  }
  return problems
}
