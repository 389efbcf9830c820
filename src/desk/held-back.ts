import { type Unpublished, whyUnpublished } from '#domain/publication.ts'
import type { Site } from '#domain/site.ts'
import { isoInZone, parseMoment } from '#domain/zoned-time.ts'
import { entryMoment } from './live/entry-moment.ts'
import type { NewsroomFiles } from './read-newsroom.ts'
import { changesOf, isWithdrawnAt } from './released.ts'
import type { Source } from './source.ts'

/** An article, a change of one, or a line of breaking news, that readers do not see yet. */
export interface HeldBack {
  file: string
  /** Of the article; the line itself. */
  title: string
  what: 'article' | 'correction' | 'withdrawal' | 'entry' | 'breaking'
  why: Unpublished
  /** Its date: ISO 8601 with the offset of the outlet's zone. */
  until: string
}

/** What a newsroom's articles are at a moment. */
export interface Divided {
  /** Those that readers may see. */
  published: Source[]
  /** The entries of live coverage that readers may see, by the article's file. */
  entries: ReadonlyMap<string, Source[]>
  heldBack: HeldBack[]
  /** Those whose date cannot be read. */
  undated: Source[]
}

/**
 * What readers may see of these articles at a moment, what not, the soonest
 * first, and those whose `publishedAt` cannot be read, for which the desk's
 * rules stop the build. Of articles that are published, corrections, entries and a
 * withdrawal that are still to come are held back too.
 */
export function divide(
  {
    sources,
    entries: allEntries,
    breaking,
  }: { sources: { articles: readonly Source[] } } & Pick<NewsroomFiles, 'entries' | 'breaking'>,
  site: Site,
  at: Date,
): Divided {
  const published: Source[] = []
  const entries = new Map<string, Source[]>()
  const undated: Source[] = []
  const heldBack: Waiting[] = []
  const hold = (file: string, title: unknown, what: HeldBack['what'], why: Unpublished, moment: Date) =>
    heldBack.push({ file, title: String(title), what, why, moment })
  const holdChanges = (source: Source, title: unknown) => {
    for (const { what, moment } of changesOf(source, site.timeZone)) {
      if (moment > at) hold(source.file, title, what, 'scheduled', moment)
    }
  }
  for (const source of sources.articles) {
    const { publishedAt: written, draft, title } = source.data
    const publishedAt = parseMoment(String(written), site.timeZone)
    if (publishedAt === undefined) {
      undated.push(source)
      continue
    }
    const why = whyUnpublished({ draft: draft === true, publishedAt }, at)
    if (why !== undefined) {
      hold(source.file, title, 'article', why, publishedAt)
      continue
    }
    published.push(source)
    holdChanges(source, title)
    if (isWithdrawnAt(source, { timeZone: site.timeZone, at })) continue
    const shown = (allEntries.get(source.file) ?? []).filter((entry) => {
      const moment = entryMoment(entry, site.timeZone)
      if (!moment) {
        undated.push(entry)
        return false
      }
      const why = whyUnpublished({ draft: entry.data.draft === true, publishedAt: moment }, at)
      if (why) hold(entry.file, title, 'entry', why, moment)
      else holdChanges(entry, title)
      return why === undefined
    })
    if (shown.length > 0) entries.set(source.file, shown)
  }
  const begin = breaking && parseMoment(String(breaking.data.from), site.timeZone)
  if (breaking && begin && begin > at) hold(breaking.file, breaking.data.text, 'breaking', 'scheduled', begin)
  heldBack.sort((a, b) => a.moment.getTime() - b.moment.getTime() || (a.file < b.file ? -1 : 1))
  return {
    published,
    entries,
    heldBack: heldBack.map(({ moment, ...rest }) => ({ ...rest, until: isoInZone(moment, site.timeZone) })),
    undated,
  }
}

type Waiting = Omit<HeldBack, 'until'> & { moment: Date }

/** What a build tells of them: a table, a line each, the drafts last, as no date releases them. */
export function tellHeldBack(heldBack: readonly HeldBack[], { preview }: { preview: boolean }): string {
  if (heldBack.length === 0) return 'nothing is held back: every article is published'
  const scheduled = heldBack.filter(({ why }) => why === 'scheduled')
  const drafts = heldBack.filter(({ why }) => why === 'draft')
  const rows = [
    ...scheduled.map((one) => [one.file, `until ${one.until}`, nameOf(one)]),
    ...drafts.map((one) => [one.file, 'draft', nameOf(one)]),
  ]
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const widths = [width(0), width(1), 0]
  const sums = [
    ...(scheduled.length > 0
      ? [`${scheduled.length} scheduled: the first build after its moment releases each`]
      : []),
    ...(drafts.length > 0
      ? [`${drafts.length} draft${drafts.length > 1 ? 's' : ''}: until "draft: true" is taken out`]
      : []),
  ]
  return [
    preview ? 'in this preview, and held back from readers' : 'held back from readers',
    ...rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('   ')}`),
    ...sums,
  ].join('\n')
}

/** The article's title, and what of it where that is not the whole. */
export function nameOf({ title, what }: Pick<HeldBack, 'title' | 'what'>): string {
  return what === 'article' ? title : `${title} (${what})`
}
