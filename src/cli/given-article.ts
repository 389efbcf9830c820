import { faultIn } from '#desk/field-fault.ts'
import type { NewsroomFiles } from '#desk/read-newsroom.ts'
import { nearest } from '#domain/nearest.ts'
import type { Site } from '#domain/site.ts'
import { isSlug, slugify } from '#domain/slug.ts'

/** What has been said so far of an article that is to be started. */
export interface Given {
  title: string | undefined
  description: string | undefined
  category: string | undefined
  authors: string[] | undefined
  tags: string[] | undefined
  /** As the author wrote it; without it the article is a draft. */
  publishedAt: string | undefined
  /** A draft although it has a date. */
  draft: boolean | undefined
  /** The file's name, where it is not to come from the title. */
  slug: string | undefined
}

/** What cannot be left out: the title, and flags by their names. A draft may be described later. */
export function missingIn(given: Given): string[] {
  return [
    ...(given.title === undefined ? ['the title, in quotes'] : []),
    ...(given.category === undefined ? ['--category'] : []),
    ...(given.authors === undefined ? ['--author'] : []),
    ...(given.description === undefined && !isDraft(given) ? ['--description'] : []),
  ]
}

export function isDraft({ draft, publishedAt }: Given): boolean {
  return draft ?? publishedAt === undefined
}

/** What is wrong with what has been given, in the desk's words. */
export function faultsOf(given: Given, files: NewsroomFiles, site: Site): string[] {
  const fields = ['title', 'description', 'category', 'authors', 'tags', 'publishedAt'] as const
  const faults = fields.flatMap((field) => {
    const fault = given[field] === undefined ? undefined : faultIn(field, given[field], site)
    return fault === undefined ? [] : [`"${field}" ${fault}.`]
  })
  if (given.slug !== undefined && !isSlug(given.slug)) {
    faults.push(
      `"${given.slug}" cannot stand in an address. Write "${slugify(given.slug) || 'my-headline'}".`,
    )
  }
  const mustBeKnown = (what: string, name: string, known: string[]) => {
    if (known.includes(name)) return
    const near = nearest(name, known)
    faults.push(
      `${what} "${name}" is not known. ${near ? `Did you mean "${near}"?` : `Known are ${known.join(', ') || 'none'}.`}`,
    )
  }
  if (given.category !== undefined) {
    mustBeKnown('category', given.category, slugsOf(files.sources.categories))
  }
  for (const author of given.authors ?? []) mustBeKnown('author', author, slugsOf(files.sources.authors))
  return faults
}

function slugsOf(sources: NewsroomFiles['sources']['articles']): string[] {
  return sources.map(({ slug }) => slug)
}
