import type { Attachment } from './attachment.ts'

/** A picture of a text, and what it is called in the Markdown. */
export interface UsedPicture {
  /** Its path in the uploads folder. */
  upload: string
  /** The name of its copy beside the article. */
  name: string
}

/** What a text needs of the rest of the export. */
export interface ConversionContext {
  attachment: (id: string) => Attachment | undefined
  /** Those uploaded for the item at hand, in order. */
  ownAttachments: () => Attachment[]
  /** The content of a block kept for many posts. */
  block: (id: string) => string | undefined
  /** An address of the old site as it is now; any other as it was. */
  link: (address: string) => string
  /** The path of a file in the uploads folder, the first of `paths` that is there. */
  upload: (paths: string[]) => string | undefined
  /** Uploads that are no pictures after all. */
  refused: ReadonlySet<string>
}

/** What became of a text beside the text itself, in the order of the text. */
export class Findings {
  readonly pictures: UsedPicture[] = []
  /** Uploads that are linked to, to be served as they are. */
  readonly files = new Set<string>()
  readonly missing = new Set<string>()
  readonly shortcodes = new Set<string>()
  readonly computed = new Set<string>()
  readonly dropped = new Set<string>()

  notes(): string[] {
    const list = (words: string, names: ReadonlySet<string>) =>
      names.size > 0 ? [`${words}: ${[...names].join(', ')}`] : []
    return [
      ...list('pictures that are missing, each a link now', this.missing),
      ...list('shortcodes kept as text', new Set([...this.shortcodes].map((name) => `[${name}]`))),
      ...list('blocks that WordPress fills in itself, left out', this.computed),
      ...list('left out', this.dropped),
    ]
  }
}
