import { withScheme } from '#domain/missing-scheme.ts'
import { isSafe, schemeOf } from '#markdown/safe-links.ts'
import type { Problem } from '../problem.ts'
import { type NewsroomFiles, withBodies } from '../read-newsroom.ts'

/** Links of bodies whose scheme could run code: pages would show their words alone. */
export function checkUnsafeLinks(files: NewsroomFiles): Problem[] {
  return withBodies(files).flatMap(({ file, parts }) =>
    parts()
      .links.filter(({ href }) => !isSafe(href))
      .map(({ href, line, column }) => ({ file, line, column, message: tell(href) })),
  )
}

function tell(href: string): string {
  const meant = withScheme(href)
  return meant === undefined
    ? `a link may not start with "${schemeOf(href)}". Use https:, mailto: or tel:, or take the link out.`
    : `the link "${href}" lacks its start. Write "${meant}".`
}
