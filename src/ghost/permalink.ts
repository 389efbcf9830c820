/** What a permalink can name of a post. */
export interface Named {
  id: string
  slug: string
  publishedAt: Date | undefined
  primaryTag: string
  primaryAuthor: string
}

/** The path of a post by a pattern of Ghost's routes, such as `/{year}/{month}/{slug}/`. Days are those of `timeZone`. */
export function permalink(pattern: string, named: Named, timeZone: string): string {
  const [year = '', month = '', day = ''] = named.publishedAt ? dayOf(named.publishedAt, timeZone) : []
  const values: Record<string, string> = {
    id: named.id,
    slug: named.slug,
    year,
    month,
    day,
    primary_tag: named.primaryTag || 'all',
    primary_author: named.primaryAuthor,
  }
  return pattern.replace(/[{:](\w+)\}?/g, (whole, name: string) => values[name] ?? whole)
}

function dayOf(moment: Date, timeZone: string): string[] {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment)
  return parts.split('-')
}
