import { momentInName, numberInName } from '#domain/live/moment-in-name.ts'
import { PAGE_IDS } from '#domain/page-ids.ts'
import type { Site } from '#domain/site.ts'
import { isSlug } from '#domain/slug.ts'
import { isoInZone, parseMoment } from '#domain/zoned-time.ts'
import { entryMoment } from '../live/entry-moment.ts'
import { namesItsArticle } from '../live/entry-place.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

const HOW =
  'Name the file as its moment, 2026-11-29-1904.md, or write at: 2026-11-29T19:04 into its front matter.'

/** Entries belong to live coverage, say when they came, one after the other, and lie within its time. */
export function checkLiveEntries({ sources, entries }: NewsroomFiles, { timeZone }: Site): Problem[] {
  const ofArticles = sources.articles.flatMap((article) => {
    const own = entries.get(article.file) ?? []
    if (own.length === 0) return []
    if (article.data.live === undefined) return own.map((entry) => ofNoCoverage(entry, article))
    const ofOneName = sameNames(own)
    if (ofOneName.length > 0) return ofOneName
    return [...own.flatMap((entry) => judge(entry, article, timeZone)), ...atOneMoment(own, timeZone)]
  })
  return [...[...entries.values()].flat().flatMap(misplaced), ...ofArticles]
}

/** An entry lies beside its article or names it: one of the two, and not both. */
function misplaced({ file, entryOf, data, placeOf }: Source): Problem[] {
  if (namesItsArticle(file)) {
    if (data.coverage !== undefined) return []
    const message =
      'nothing says which live coverage this entry belongs to. Write into its front matter: coverage: election-night, the name of the article’s file without its ending.'
    return [{ file, line: 1, column: 1, message }]
  }
  if (data.coverage === undefined) return []
  const message = `this entry lies beside ${entryOf}, and belongs to it. Take the line out, or move the file to src/content/live/.`
  return [{ file, ...placeOf(['coverage']), message }]
}

/** Entries whose places on the page would have one name: one lies beside the article, and the other one names it. */
function sameNames(entries: readonly Source[]): Problem[] {
  return [...Map.groupBy(entries, ({ slug }) => slug).values()].flatMap(([first, ...others]) =>
    others.map((entry): Problem => ({
      file: entry.file,
      line: 1,
      column: 1,
      message: `this entry and ${first?.file} have one name, so that no link could tell them apart. Give the file another one, such as ${entry.slug}-2.md.`,
    })),
  )
}

function ofNoCoverage({ file, slug }: Source, article: Source): Problem {
  const from = momentInName(slug) ?? '2026-11-29T19:00'
  return {
    file,
    line: 1,
    column: 1,
    message: `this is an entry of ${article.file}, which is no live coverage. Write into its front matter: live: { state: live, from: ${from} }`,
    cause: `no live coverage ${article.file}`,
  }
}

function judge(entry: Source, { file: article, data, parts }: Source, timeZone: string): Problem[] {
  const headings = parts().headings.map(({ id }) => id)
  const told = (message: string): Problem[] => [{ file: entry.file, ...placeOfMoment(entry), message }]
  if (PAGE_IDS.includes(entry.slug) || headings.includes(entry.slug))
    return told(
      `"${entry.slug}" is the name of another place on the page, so that no link could lead to this entry. Give the file another name.`,
    )
  if (!isSlug(entry.slug))
    return told(
      `the name of this file is part of an address, and "${entry.slug}" cannot be: only small letters, digits and hyphens can. ${HOW}`,
    )
  const at = entryMoment(entry, timeZone)
  if (!at) {
    // The schema tells of one in the front matter that does not exist.
    if (entry.data.at !== undefined) return []
    const isNamed = momentInName(entry.slug) !== undefined
    return told(
      isNamed
        ? 'the file’s name begins with a date that does not exist. Rename it.'
        : `nothing says when this was written. ${HOW}`,
    )
  }
  const [from, until] = ['from', 'until'].map((field) => {
    const written = (data.live as Record<string, unknown> | null)?.[field]
    return written === undefined ? undefined : parseMoment(String(written), timeZone)
  })
  const shown = (moment: Date) => isoInZone(moment, timeZone)
  if (from && at < from)
    return told(
      `this entry is of ${shown(at)}, and the coverage begins at ${shown(from)}. Correct its moment, or "from" in ${article}.`,
    )
  if (until && at > until)
    return told(
      `this entry is of ${shown(at)}, and the coverage ends at ${shown(until)}. Correct its moment, or "until" in ${article}.`,
    )
  return []
}

/** Entries of one moment that nothing in their names puts in order: neither a moment of its own, nor a number at the end. */
function atOneMoment(entries: readonly Source[], timeZone: string): Problem[] {
  const byPlace = Map.groupBy(entries, (entry) => {
    const at = entryMoment(entry, timeZone)
    const named = parseMoment(momentInName(entry.slug) ?? '', timeZone) ?? at
    return at && [at, named, numberInName(entry.slug)].map(Number).join(' ')
  })
  return [...byPlace].flatMap(([place, [first, ...others]]) =>
    place === undefined || first === undefined
      ? []
      : others.map((entry): Problem => {
          const message = `this entry and ${first.file} are of the same moment, and nothing says which came first. Put a number behind the name of the later one, such as ${entry.slug}-2.md, or write seconds.`
          return { file: entry.file, ...placeOfMoment(entry), message }
        }),
  )
}

/** Of `at`, else the file's start, as its name says when. */
function placeOfMoment({ data, placeOf }: Source) {
  return data.at === undefined ? { line: 1, column: 1 } : placeOf(['at'])
}
