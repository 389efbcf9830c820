import { isoInZone } from '#domain/zoned-time.ts'
import type { Comment } from '#domain/comment.ts'
import { commentsOf } from './comments.ts'
import { escapeHtml } from './html.ts'
import type { ConversionContext, UsedPicture } from './conversion.ts'
import { momentOf } from './moment.ts'
import type { NewsroomState } from './known-entries.ts'
import { oneLine, plainLine, shorten } from './plain-text.ts'
import type { Plan } from './plan.ts'
import type { PlannedEntry } from './plan-entries.ts'
import type { EntryRecord, OldTag } from './record.ts'
import { linkResolver } from './resolve-link.ts'
import type { Settlement } from './settled.ts'
import type { fieldFitter } from './sound-fields.ts'
import type { Entry, Survey } from './survey.ts'
import { type ConvertedText, convertText } from './to-markdown.ts'

/** An article or page as the newsroom keeps it, ready to be written. */
export interface Draft {
  /** Path of the Markdown file in the newsroom. */
  file: string
  frontMatter: Record<string, unknown>
  markdown: string
  pictures: UsedPicture[]
  /** Files of the media folder that it links to. */
  files: ReadonlySet<string>
  comments: Comment[]
  notes: string[]
  /** What was wrong at the old site. */
  settled: Settlement[]
}

export interface DraftContext {
  survey: Survey
  plan: Plan
  timeZone: string
  /** Name for a reader who gave none. */
  nameless: string
  find: ConversionContext['find']
  newsroom: Pick<NewsroomState, 'addressOf'>
  fitted: ReturnType<typeof fieldFitter>
}

/** A code has a name with a sign in it, attributes, or an end: `[sic]` and `[an editor's note]` have none. */
const CODE = /^\[(\/|[a-z]+[\d_-]|[a-z]\w*\s[^\]]*=)/i

const LONGEST = { title: 200, description: 400, tag: 60, alt: 400, caption: 600, credit: 200 }

/** What an entry becomes; files in `refused` are not used as pictures. */
export function draftOf(
  record: EntryRecord,
  entry: Entry,
  planned: PlannedEntry,
  context: DraftContext,
  refused: ReadonlySet<string>,
): Draft {
  const { survey, plan } = context
  const conversion = conversionContext()
  const body = record.body(conversion)
  const text = convertText(body, conversion)
  const notes = [...record.notes]
  const title = titleOf(entry, text, notes)
  const description =
    [record.description, record.teaser ?? '']
      .map((html) => withoutCodes(plainLine(html)))
      .toSpliced(1, 0, withoutCodes(text.firstParagraph))
      .find(Boolean) ?? title
  const common = {
    title,
    description: shorten(description, LONGEST.description),
    ...(record.language && { lang: record.language }),
  }
  const { comments, skipped } = commentsOf(record.comments, context.timeZone, context.nameless)
  for (const [why, count] of skipped)
    notes.push(`${count} ${count === 1 ? 'comment' : 'comments'} left out: ${why}`)
  const { settled } = text.findings
  for (const why of planned.lost) settled.add('unusedAddresses', why)
  const isDraft = record.status === 'draft'
  const aliases = planned.aliases.length > 0 && { aliases: planned.aliases }
  const isEmpty = text.markdown.trim() === ''
  if (isEmpty) notes.push('it had no text: its description stands in its place')
  const markdown = isEmpty ? asText(common.description) : text.markdown
  const fields = (of: 'article' | 'page', made: Record<string, unknown>) =>
    context.fitted(of, made, (field) => settled.add('fields', field))

  if (entry.kind === 'page') {
    if (comments.length > 0) notes.push(`${comments.length} comments left out: pages have none`)
    if (record.status === 'scheduled') notes.push('a draft now: pages are not scheduled')
    const frontMatter = {
      ...common,
      ...((isDraft || record.status === 'scheduled') && { draft: true }),
      ...aliases,
    }
    return draft(`src/content/pages/${planned.slug}`, fields('page', frontMatter), [])
  }

  const { iso, guessed } = momentOf(record, context.timeZone, survey.exportedAt)
  if (guessed) notes.push(`it had no date of publication: ${iso} was taken`)
  const updatedAt = record.updatedAt && record.updatedAt > new Date(iso) ? record.updatedAt : undefined
  const image = leadImage(record, text, title)
  const tags = tagsOf(record.tags, notes)
  const feedId = planned.isIdTaken ? undefined : entry.feedId
  // Without a comment to show, a closed discussion is a closed discussion.
  const closed = record.commentsClosed && comments.length === 0
  const frontMatter = {
    ...common,
    category: planned.category,
    authors: survey.bylines.of(record).map(({ slug }) => slug),
    publishedAt: iso,
    ...(updatedAt && { updatedAt: isoInZone(updatedAt, context.timeZone) }),
    ...(tags.length > 0 && { tags }),
    ...(image && { image }),
    ...(isDraft && { draft: true }),
    ...(record.sticky && { priority: 'top' }),
    ...(closed && { comments: false }),
    ...aliases,
    // So that who follows the old site's feed is not shown every article again.
    ...(feedId !== undefined && { id: feedId }),
  }
  const [year = '', month = ''] = iso.split('-')
  if (record.feedId.trim() !== (feedId ?? '')) settled.add('feedIds', oneLine(record.feedId))
  return draft(`articles/${year}/${month}/${planned.slug}`, fields('article', frontMatter), comments)

  function draft(base: string, frontMatter: Record<string, unknown>, comments: Comment[]): Draft {
    const { findings } = text
    return {
      file: findings.pictures.length > 0 ? `${base}/index.md` : `${base}.md`,
      frontMatter,
      markdown,
      pictures: findings.pictures,
      files: findings.files,
      comments,
      notes: [...notes, ...findings.notes(), ...body.notes],
      settled: settled.all(),
    }
  }

  function asText(words: string): string {
    return convertText({ html: `<p>${escapeHtml(words)}</p>`, linesMatter: false }, conversion).markdown
  }

  function conversionContext(): ConversionContext {
    const { uploads, system } = survey
    return {
      upload: (id) => uploads.get(id),
      ownUploads: () => survey.uploadsOf(record.id),
      mediaPaths: system.mediaPaths,
      servedAt: system.servedAt,
      uploadAt: (paths) => survey.uploadAt(paths),
      link: linkResolver(survey, plan, context.newsroom, record.oldAddresses[0] ?? '/'),
      find: context.find,
      refused,
    }
  }
}

function titleOf(entry: Entry, text: ConvertedText, notes: string[]): string {
  if (entry.title) {
    if (entry.title.length > LONGEST.title) notes.push(`the title was cut at ${LONGEST.title} characters`)
    return shorten(entry.title, LONGEST.title)
  }
  const made = shorten(text.firstParagraph, 80) || entry.wantedSlug.replaceAll('-', ' ') || entry.id
  notes.push(`it had no title: "${made}" was made one`)
  return made
}

function leadImage({ lead }: EntryRecord, { pictures, findings }: ConvertedText, title: string) {
  if (!lead) return undefined
  const found = pictures.ofRecord(lead)
  if (!found || 'missing' in found) {
    findings.settled.add('missingLeads', found?.missing ?? `number ${lead.id}`)
    return undefined
  }
  const caption = lead.caption || found.caption
  const alt = lead.alt || found.alt || caption || title
  return {
    src: `./${found.name}`,
    alt: shorten(alt, LONGEST.alt),
    ...(caption && { caption: shorten(caption, LONGEST.caption) }),
    ...(lead.credit && { credit: shorten(lead.credit, LONGEST.credit) }),
  }
}

/** A line without what stands in brackets for a program: codes of the old system that it could not read here. */
function withoutCodes(line: string): string {
  const plain = oneLine(
    line
      .replace(/\{\{[^{}]*\}\}|\{%[^{}]*%\}/g, ' ')
      .replace(/\[\/?[a-z][\w-]*(?:\s[^\]]*)?\/?\]/gi, (code) => (CODE.test(code) ? ' ' : code)),
  )
  return /^(\[[^\]]*\]?\s*)+$/.test(plain) ? '' : plain
}

function tagsOf(tags: readonly OldTag[], notes: string[]): string[] {
  const names = tags.map(({ name }) => name)
  const long = names.filter((tag) => tag.length > LONGEST.tag)
  if (long.length > 0) notes.push(`tags cut at ${LONGEST.tag} characters: ${long.length}`)
  return [...new Set(names.map((tag) => shorten(tag, LONGEST.tag)))]
}
