import { isWithdrawn, whyUnpublished } from '#domain/publication.ts'
import { newestEntryFirst } from './entries.ts'
import type { LiveEntry, WrittenEntry } from './live.ts'

interface EntryOptions {
  at: Date
  /** Take in drafts and later entries too, each marked as such. */
  unpublished: boolean
  /** @throws Error for an author who is not there */
  authorOf: (slug: string) => { slug: string; name: string }
  articleAt: (slug: string) => LiveEntry['article']
}

/** The entries of live coverage that readers may see at a moment, newest first, with what they name looked up. */
export function publishedEntries(
  entries: readonly WrittenEntry[],
  { at, unpublished, authorOf, articleAt }: EntryOptions,
): LiveEntry[] {
  return entries
    .map((entry) => {
      const { at: publishedAt, draft } = entry.frontMatter
      return { entry, hidden: whyUnpublished({ draft, publishedAt }, at) }
    })
    .filter(({ hidden }) => unpublished || hidden === undefined)
    .map(({ entry: { frontMatter, ...entry }, hidden }): LiveEntry => {
      const { at: moment, updatedAt, title, authors, key, pinned, image, article, withdrawn } = frontMatter
      if (withdrawn && isWithdrawn(frontMatter, at))
        return { ...NOTICE, ...withoutText(entry), at: moment, withdrawn, unpublished: hidden }
      return {
        ...entry,
        at: moment,
        updatedAt,
        title,
        authors: authors.map((slug) => {
          const { name } = authorOf(slug)
          return { slug, name }
        }),
        isKey: key,
        isPinned: pinned,
        image,
        article: article === undefined ? undefined : articleAt(article),
        unpublished: hidden,
      }
    })
    .sort(newestEntryFirst)
}

const NOTICE = { authors: [], isKey: false, isPinned: false, excerpt: '', words: 0, bodyImages: [] }

/** Of an entry that was taken back, only where it stood. */
function withoutText({ id, file, digest }: Omit<WrittenEntry, 'frontMatter'>) {
  return { id, file, digest }
}
