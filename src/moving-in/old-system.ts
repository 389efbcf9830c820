import type { OldRecord } from './record.ts'

/** What a reader calls while it reads. */
export interface ReadListener {
  /** Called after each piece of a file, with its size in bytes. */
  onBytes: (bytes: number) => void
  /** Called with a remark on a file as a whole. */
  onNote: (note: string) => void
}

/** An export of an old system that can be read, and the rules for its addresses. */
export interface OldSystem {
  /** As it is called in messages. */
  name: string
  /** Bytes that one reading reads, for the progress bar. */
  size: number
  /** The folder in which its media lie unless another is named; where files of other kinds are beside them. */
  media?: string
  /**
   * All records, in the same order each time; read twice. No more than one of
   * them is to be held at a time: what must be known of all belongs in the ledger.
   * @throws ExportFault at a file of another kind; with a place where it is broken
   */
  records: (reading: ReadListener) => AsyncIterable<OldRecord>
  /** What of an old address tells one page from another: the path, and the query where it matters. */
  pathOf: (url: URL) => string
  /**
   * Where the file of an address may lie in the media folder: the best copy
   * first, the file of the very address last; none for an address that is no
   * file of the old site.
   */
  mediaPaths: (address: string) => string[]
  /** The path at which the old site served a file of the media folder, without a slash in front. */
  servedAt: (mediaPath: string) => string
  /** Where a category's page was, by its id and those of the ones above it, the uppermost first. */
  categoryAddresses: (ids: readonly string[]) => string[]
  /** Where an author's page was, by the last part of its address there; none for a system without such pages. */
  authorAddresses?: (name: string) => string[]
}
