import type { z } from 'astro/zod'
import type { BodyImage, ImageFile } from '#domain/image-file.ts'
import type { ArticlePlace } from '#domain/links.ts'
import type { Unpublished } from '#domain/publication.ts'
import type { entrySchema, LIVE_STATES } from './live-schema.ts'

type EntryFields = z.output<ReturnType<typeof entrySchema<z.ZodType<ImageFile>>>>

export type LiveState = (typeof LIVE_STATES)[number]

/** An entry as it lies beside its article: names of others not yet looked up. */
export interface WrittenEntry {
  /** The file's name without its ending. */
  id: string
  /** Path of the file from the project's folder. */
  file: string
  frontMatter: EntryFields & { at: Date }
  /** The beginning of its text, without markup. */
  excerpt: string
  words: number
  bodyImages: BodyImage[]
  /** Of all that the file holds, its body too. */
  digest: string
}

/** A published entry of live coverage. Its body stays on disk. */
export interface LiveEntry extends Pick<
  WrittenEntry,
  'id' | 'file' | 'excerpt' | 'words' | 'bodyImages' | 'digest'
> {
  at: Date
  updatedAt?: Date | undefined
  title?: string | undefined
  /** None where it has no byline of its own. */
  authors: { slug: string; name: string }[]
  isKey: boolean
  isPinned: boolean
  image?: EntryFields['image']
  /** The published article that came of it. */
  article?: (ArticlePlace & { title: string }) | undefined
  /** Set on one that was taken back: nothing else of it is shown. */
  withdrawn?: EntryFields['withdrawn']
  unpublished?: Unpublished | undefined
}

/** What makes an article live coverage. */
export interface Live {
  state: LiveState
  from: Date
  until?: Date | undefined
  /** Newest first. */
  entries: LiveEntry[]
}

/** What a list shows of live coverage that goes on. */
export interface LiveSummary {
  state: Exclude<LiveState, 'ended'>
  /** When it begins, before it has. */
  from?: Date | undefined
  /** The newest key event. */
  key?: string | undefined
}
