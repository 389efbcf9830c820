import type { Comment } from '#domain/comment.ts'
import { commentsOf } from './comments.ts'
import { escapeHtml } from './html.ts'
import type { ConversionContext, UsedPicture } from './conversion.ts'
import type { Item } from './item.ts'
import { momentOf } from './moment.ts'
import { plainLine, shorten } from './plain-text.ts'
import type { FoundPicture } from './pictures.ts'
import type { Plan, PlannedEntry } from './plan.ts'
import type { Entry, Survey } from './survey.ts'
import { type ConvertedText, convertContent } from './to-markdown.ts'

/** A post or page as the newsroom keeps it, ready to be written. */
export interface Draft {
  /** Path of the Markdown file in the newsroom. */
  file: string
  frontMatter: Record<string, unknown>
  markdown: string
  pictures: UsedPicture[]
  /** Uploads that it links to. */
  files: ReadonlySet<string>
  comments: Comment[]
  notes: string[]
}

export interface DraftContext {
  survey: Survey
  plan: Plan
  timeZone: string
  /** Name for a reader who gave none. */
  nameless: string
  upload: ConversionContext['upload']
}

const LONGEST = { title: 200, description: 400, tag: 60, alt: 400, caption: 600 }

/** What an item becomes; uploads in `refused` are not used as pictures. */
export function draftOf(
  item: Item,
  entry: Entry,
  planned: PlannedEntry,
  context: DraftContext,
  refused: ReadonlySet<string>,
): Draft {
  const { survey, plan } = context
  const text = convertContent(item.content, conversionContext(item, context, refused), footnotesOf(item))
  const notes: string[] = []
  const title = titleOf(entry, item, text, notes)
  const description =
    plainLine(withoutMoreLink(item.excerpt)) ||
    text.firstParagraph ||
    plainLine(withoutMoreLink(item.description)) ||
    title
  const common = { title, description: shorten(description, LONGEST.description) }
  const { comments, skipped } = commentsOf(item.comments, context.timeZone, context.nameless)
  for (const [why, count] of skipped)
    notes.push(`${count} ${count === 1 ? 'comment' : 'comments'} left out: ${why}`)
  notes.push(...planned.lost.map((why) => `an old address was not kept: ${why}`))
  const isDraft = draftNotes(item, notes)
  const aliases = planned.aliases.length > 0 && { aliases: planned.aliases }
  const isEmpty = text.markdown.trim() === ''
  if (isEmpty) notes.push('it had no text: its description stands in its place')
  const markdown = isEmpty ? asText(common.description) : text.markdown
  const rest = { markdown, files: text.findings.files, notes }

  if (entry.kind === 'page') {
    if (comments.length > 0) notes.push(`${comments.length} comments left out: pages have none`)
    if (item.status === 'future') notes.push('a draft now: pages are not scheduled')
    const frontMatter = {
      ...common,
      ...((isDraft || item.status === 'future') && { draft: true }),
      ...aliases,
    }
    const file = fileOf(`src/content/pages/${planned.slug}`, text)
    return {
      ...rest,
      file,
      frontMatter,
      pictures: text.findings.pictures,
      comments: [],
      notes: [...notes, ...text.findings.notes()],
    }
  }

  const { iso, guessed } = momentOf(item, context.timeZone, survey.exportedAt)
  if (guessed) notes.push(`it had no date of publication: ${iso} was taken`)
  const image = leadImage(item, text, title, notes)
  const tags = tagsOf(survey.termsOf(item).tags, notes)
  // Without a comment to show, a closed discussion is a closed discussion.
  const closed = item.commentStatus === 'closed' && comments.length === 0
  const frontMatter = {
    ...common,
    category: planned.category,
    authors: survey.bylines.of(item).map(({ slug }) => slug),
    publishedAt: iso,
    ...(tags.length > 0 && { tags }),
    ...(image && { image }),
    ...(isDraft && { draft: true }),
    ...(item.sticky && { priority: 'top' }),
    ...(closed && { comments: false }),
    ...aliases,
    // So that who follows the old site's feed is not shown every article again.
    ...(entry.guid !== undefined && { id: entry.guid }),
  }
  const [year = '', month = ''] = iso.split('-')
  const file = fileOf(`articles/${year}/${month}/${planned.slug}`, text)
  return {
    ...rest,
    file,
    frontMatter,
    pictures: text.findings.pictures,
    comments,
    notes: [...notes, ...text.findings.notes()],
  }

  function asText(words: string): string {
    return convertContent(`<p>${escapeHtml(words)}</p>`, conversionContext(item, context, refused), new Map())
      .markdown
  }

  function fileOf(base: string, { findings }: ConvertedText): string {
    return findings.pictures.length > 0 ? `${base}/index.md` : `${base}.md`
  }
  function conversionContext(of: Item, from: DraftContext, without: ReadonlySet<string>): ConversionContext {
    const { attachments, blocks, site } = survey
    return {
      attachment: (id) => attachments.get(id),
      ownAttachments: () => from.survey.attachmentsOf(of.id),
      block: (id) => blocks.get(id),
      link: (address) => {
        const path = site.pathOf(address)
        const moved =
          path === undefined ? undefined : (plan.newPath.get(path) ?? plan.newPath.get(withSlash(path)))
        if (moved === undefined) return address
        return moved + (URL.parse(address, 'http://old.invalid')?.hash ?? '')
      },
      upload: from.upload,
      refused: without,
    }
  }
}

function withSlash(path: string): string {
  return path.startsWith('/?') || path.endsWith('/') ? path : `${path}/`
}

function titleOf(entry: Entry, item: Item, text: ConvertedText, notes: string[]): string {
  if (entry.title) {
    if (entry.title.length > LONGEST.title) notes.push(`the title was cut at ${LONGEST.title} characters`)
    return shorten(entry.title, LONGEST.title)
  }
  const made = shorten(text.firstParagraph, 80) || entry.wantedSlug.replaceAll('-', ' ') || item.id
  notes.push(`it had no title: "${made}" was made one`)
  return made
}

/** Whether readers could not see it; says so where they could have with a password or an account. */
function draftNotes({ status, password }: Item, notes: string[]): boolean {
  if (password !== '')
    notes.push('it was protected by a password: a draft now, so that it is not published in clear')
  else if (status === 'private') notes.push('it was private: a draft now')
  else if (!['publish', 'future', 'draft', 'pending'].includes(status))
    notes.push(`its status "${status}" is not known: a draft now`)
  return password !== '' || (status !== 'publish' && status !== 'future')
}

function leadImage(item: Item, text: ConvertedText, title: string, notes: string[]) {
  const id = item.meta.get('_thumbnail_id')?.trim()
  if (!id || id === '0' || id === '-1') return undefined
  const picture: FoundPicture | undefined = text.pictures.ofAttachment(id)
  if (!picture) notes.push(`its lead picture, number ${id}, is not in the export`)
  if (!picture || 'missing' in picture) return undefined
  const alt = picture.alt || picture.caption || picture.title || title
  return {
    src: `./${picture.name}`,
    alt: shorten(alt, LONGEST.alt),
    ...(picture.caption && { caption: shorten(picture.caption, LONGEST.caption) }),
  }
}

function tagsOf(tags: readonly string[], notes: string[]): string[] {
  const long = tags.filter((tag) => tag.length > LONGEST.tag)
  if (long.length > 0) notes.push(`tags cut at ${LONGEST.tag} characters: ${long.length}`)
  return [...new Set(tags.map((tag) => shorten(tag, LONGEST.tag)))]
}

/** The footnotes of the block editor: HTML by their ids. */
function footnotesOf(item: Item): Map<string, string> {
  try {
    const notes = JSON.parse(item.meta.get('footnotes') ?? '[]') as { id?: unknown; content?: unknown }[]
    return new Map(notes.map(({ id, content }) => [String(id), String(content ?? '')]))
  } catch {
    return new Map()
  }
}

function withoutMoreLink(html: string): string {
  return html.replace(/<a\b[^>]*\bmore-link\b[^>]*>[\s\S]*?<\/a>/gi, '')
}
