import { freeSlug, slugFrom } from './slug-text.ts'
import { plainLine, shorten } from './plain-text.ts'
import type { EntryRecord, OldAuthor } from './record.ts'

export interface Byline {
  slug: string
  name: string
  bio: string
  /** The author's own site; empty for none. */
  url: string
  /** The last part of the address that the author's page had; empty where it would be an e-mail address. */
  oldName: string
}

/** What is known so far of the outlet and its authors from the export. */
export interface ExportAuthors {
  /** The outlet's name; empty where it is not known. */
  readonly title: string
  /** By their ids. */
  readonly authors: ReadonlyMap<string, OldAuthor>
}

/**
 * The authors of the entries. An author's slug comes from the old page. Where the
 * id is an e-mail address, the slug comes from the name instead.
 */
export class Bylines {
  private readonly byId = new Map<string, Byline>()
  private readonly taken = new Set<string>()
  private readonly known: ExportAuthors

  constructor(known: ExportAuthors) {
    this.known = known
  }

  /** Everybody who has an entry or whom the export names. */
  get all(): Byline[] {
    for (const author of this.known.authors.values()) this.named(author)
    return [...this.byId.values()]
  }

  /** The authors of an entry, or the outlet itself where it has none. */
  of({ authors }: Pick<EntryRecord, 'authors'>): Byline[] {
    const named = authors.map((author) => this.named(author))
    return named.length > 0
      ? [...new Set(named)]
      : [this.named({ id: this.known.title || 'newsroom', name: '', slug: '' })]
  }

  private named(author: OldAuthor): Byline {
    const { id } = author
    const known = this.byId.get(id)
    if (known) return known
    const { name: listed, slug: own, bio, url } = { ...author, ...this.known.authors.get(id) }
    const name = listed || author.name || plainLine(id.replace(/@.*$/, '')) || 'Author'
    const slug = slugFrom(own ?? (id.includes('@') ? '' : id)) || slugFrom(name) || 'author'
    const byline = {
      slug: freeSlug(slug, (wanted) => this.taken.has(wanted)),
      name: shorten(name, 100),
      bio: shorten(bio ?? '', 1000),
      url: url ?? '',
      oldName: own ?? (id.includes('@') ? '' : id),
    }
    this.taken.add(byline.slug)
    this.byId.set(id, byline)
    return byline
  }
}
