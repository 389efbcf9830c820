/**
 * What a reader tells of an old system's export, one thing at a time. Texts are
 * HTML unless they are said to be plain; addresses are as the old site wrote
 * them, whole or as a path, with their query.
 */
export type OldRecord =
  SiteRecord | AuthorRecord | CategoryRecord | UploadRecord | EntryRecord | SkippedRecord

/** The old site. Of several such records the first value of a field counts; addresses add up. */
export interface SiteRecord {
  record: 'site'
  /** Plain. */
  title?: string
  /** Where its pages were: before the first entry, as its own addresses are known by them. */
  addresses?: readonly string[]
  /** Whether the front page was at the first of these addresses. Without it, the first address of all records counts. */
  isFront?: boolean
  exportedAt?: Date | undefined
}

interface AuthorRecord extends OldAuthor {
  record: 'author'
}

export interface OldAuthor {
  /** By which entries name the author. */
  id: string
  /** Plain; empty where only the id is known. */
  name: string
  /** Of the author's old page; the id serves where it is not given, unless it is an e-mail address. */
  slug?: string
  /** Plain. */
  bio?: string
  /** The author's own site. */
  url?: string
}

interface CategoryRecord extends OldCategory {
  record: 'category'
}

export interface OldCategory {
  /** By which entries name it, and its slug as far as it can be one. */
  id: string
  /** Plain. */
  name: string
  /** The id of the one above it; empty for none. */
  parent: string
  /** Plain. */
  description: string
}

export interface OldTag {
  /** Plain. */
  name: string
  /** Of its page. */
  oldAddresses?: readonly string[]
}

/** A file of the old site's media, where the export tells of them. */
interface UploadRecord extends Upload {
  record: 'upload'
}

export interface Upload {
  id: string
  /** Where it lay. */
  address: string
  /** Where it may lie in the media folder, the best copy first. */
  paths: readonly string[]
  /** Plain, as are the next three. */
  alt: string
  caption: string
  title: string
  description?: string
  /** Addresses of a page that showed it alone. */
  oldAddresses: readonly string[]
  /** The id of the entry for which it was uploaded; empty for none. */
  parent: string
  isPicture: boolean
}

/** An article or a page. */
export interface EntryRecord {
  record: 'entry'
  kind: 'article' | 'page'
  /** The old system's own; shown in the report. */
  id: string
  title: string
  /** The slug that it had; empty where the last part of its address is to be taken. */
  slug: string
  /** Where it was found: its permalink first. */
  oldAddresses: readonly string[]
  /** What readers could not see is a draft; a note says why where that is no draft of an author's. */
  status: 'public' | 'scheduled' | 'draft'
  publishedAt: Date | undefined
  /** Of its last change: stands for a `publishedAt` that is not known. */
  modifiedAt?: Date | undefined
  /** The moment of a change that the old site announced to readers. */
  updatedAt?: Date | undefined
  /** What was written to describe it; empty for the first paragraph. */
  description: string
  /** Describes it where its text has no paragraph either. */
  teaser?: string
  /** In their order; none for the outlet itself. */
  authors: readonly OldAuthor[]
  /** Undefined for none. */
  category: Pick<OldCategory, 'id' | 'name'> | undefined
  tags: readonly OldTag[]
  lead?: OldPicture | undefined
  /** A language tag; undefined for the outlet's. */
  language?: string | undefined
  sticky?: boolean
  commentsClosed?: boolean
  comments: readonly OldComment[]
  /** By which feed readers know it: the feed's `guid` or `id`. */
  feedId: string
  /** Ids of uploads, and paths in the media folder, that its text shows or links to. */
  shows: readonly string[]
  /** What is to be said of it in the report. */
  notes: readonly string[]
  /** Why it cannot be imported after all; undefined for nothing. */
  fault?: string | undefined
  /** Its text; asked for in the second reading, when all uploads are known. */
  body: (known: KnownUploads) => OldBody
}

/** A lead picture: an upload's id or an address; words of its own go before those of the upload. */
export interface OldPicture {
  id?: string
  address?: string
  /** Plain, as are the next two. */
  alt?: string
  caption?: string
  credit?: string
}

export interface OldBody extends OldText {
  /** By the ids that `<sup data-fn="id">` names. */
  footnotes?: ReadonlyMap<string, OldText>
  notes: readonly string[]
}

/**
 * HTML. Beside the usual elements it may hold `<inline-note>words</inline-note>`,
 * a footnote whose words stand where it is called.
 */
export interface OldText {
  html: string
  /** Whether an empty line ends a paragraph and a line's end breaks the line, as in an editor that saves no `<p>`. */
  linesMatter: boolean
}

export interface KnownUploads {
  upload: (id: string) => Upload | undefined
  /** Those uploaded for the entry at hand, in order. */
  ownUploads: () => Upload[]
}

export interface OldComment {
  id: string
  /** The id of the one that it answers; empty for none. */
  parent: string
  /** As it may stand in HTML; empty for a reader without a name. */
  author: string
  url: string
  at: Date | undefined
  /** A line's end is one unless there are paragraphs. */
  html: string
  /** Why readers did not see it, `not approved` say; undefined for one that they saw. */
  hidden?: string | undefined
}

/** Something that becomes neither article nor page. */
interface SkippedRecord {
  record: 'skipped'
  /** What the old system calls it. */
  kind: string
  id: string
  title: string
  why: string
  /** Whether it would have become one, had it been sound. */
  isFault?: boolean
}
