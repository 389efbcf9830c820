import { type Unpublished, whyUnpublished } from '#domain/publication.ts'
import type { Site } from '#domain/site.ts'
import { isoInZone, parseMoment } from '#domain/zoned-time.ts'
import { changesOf } from './released.ts'
import type { Source } from './source.ts'

/** An article, or a change of one, that readers do not see yet. */
export interface HeldBack {
  file: string
  /** Of the article. */
  title: string
  what: 'article' | 'correction' | 'withdrawal'
  why: Unpublished
  /** Its date: ISO 8601 with the offset of the outlet's zone. */
  until: string
}

/**
 * What readers may see of these articles at a moment, what not, the soonest
 * first, and those whose `publishedAt` cannot be read, for which the desk's
 * rules stop the build. Of articles that are published, corrections and a
 * withdrawal that are still to come are held back too.
 */
export function divide(
  sources: readonly Source[],
  site: Site,
  at: Date,
): { published: Source[]; heldBack: HeldBack[]; undated: Source[] } {
  const published: Source[] = []
  const undated: Source[] = []
  const heldBack: Waiting[] = []
  const hold = (source: Source, what: HeldBack['what'], why: Unpublished, moment: Date) =>
    heldBack.push({ file: source.file, title: String(source.data.title), what, why, moment })
  for (const source of sources) {
    const { publishedAt: written, draft } = source.data
    const publishedAt = parseMoment(String(written), site.timeZone)
    if (publishedAt === undefined) {
      undated.push(source)
      continue
    }
    const why = whyUnpublished({ draft: draft === true, publishedAt }, at)
    if (why !== undefined) {
      hold(source, 'article', why, publishedAt)
      continue
    }
    published.push(source)
    for (const { what, moment } of changesOf(source, site.timeZone)) {
      if (moment > at) hold(source, what, 'scheduled', moment)
    }
  }
  heldBack.sort((a, b) => a.moment.getTime() - b.moment.getTime() || (a.file < b.file ? -1 : 1))
  return {
    published,
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
    ...drafts.map(({ file, title }) => [file, 'draft', title]),
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
