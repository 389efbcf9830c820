import type { OldSystem } from './old-system.ts'
import type { KnownUploads, Upload } from './record.ts'
import type { Resolved } from './resolve-link.ts'
import { Settled } from './settled.ts'

/** A picture of a text, and what it is called in the Markdown. */
export interface UsedPicture {
  /** Its path in the media folder. */
  upload: string
  /** The name of its copy beside the article. */
  name: string
  /** Paths in the media folder at which the text shows it: those of smaller copies too. */
  shownAt: Set<string>
}

/** What a text needs of the rest of the export. */
export interface ConversionContext extends KnownUploads, Pick<OldSystem, 'mediaPaths' | 'servedAt'> {
  /** An address of the old site as it is now, any other as it was; or why it cannot be a link. */
  link: (address: string) => Resolved
  /** The upload whose original lies at one of `paths`. */
  uploadAt: (paths: readonly string[]) => Upload | undefined
  /** The first of `paths` in the media folder that is there. */
  find: (paths: readonly string[]) => string | undefined
  /** Uploads that are no pictures after all. */
  refused: ReadonlySet<string>
}

/** What became of a text beside the text itself, in the order of the text. */
export class Findings {
  readonly pictures: UsedPicture[] = []
  /** Uploads that are linked to, to be served as they are. */
  readonly files = new Set<string>()
  readonly settled = new Settled()
  readonly dropped = new Set<string>()

  notes(): string[] {
    return this.dropped.size > 0 ? [`left out: ${[...this.dropped].join(', ')}`] : []
  }
}
