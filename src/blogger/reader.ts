import type { Ledger, LedgerMap } from '#moving-in/ledger.ts'
import { plainLine } from '#moving-in/plain-text.ts'
import type { EntryRecord, OldRecord } from '#moving-in/record.ts'
import { bodyOf } from './body.ts'
import { Comments } from './comments.ts'
import { type BloggerEntry, entryOf, numberOf } from './entry.ts'
import { type FeedChild, plainFeed } from './feed-parser.ts'
import { blogAddresses } from './hosts.ts'
import { chooseLabels } from './labels.ts'

export interface BloggerOptions {
  /** Where the blog was; empty where the export alone is to tell. */
  site: string
  /** Labels that become categories, the foremost first; none for the most used one of each post. */
  categories: readonly string[]
}

/** Settings that tell where a blog was. */
const DOMAIN = /\.settings\.BLOG_(CUSTOM_DOMAIN|SUBDOMAIN)$/

/** Makes of each child of a Blogger feed what the importer knows. What must be known of all of them it is shown before. */
export class BloggerReader {
  private readonly options: BloggerOptions
  private readonly postsOfLabel: LedgerMap<string, number>
  private readonly addresses = new Set<string>()
  readonly comments: Comments

  constructor(options: BloggerOptions, ledger: Ledger) {
    this.options = options
    this.postsOfLabel = ledger.map()
    this.comments = new Comments(ledger)
    if (options.site) this.addresses.add(options.site)
  }

  /**
   * Shown every child before the first record is asked for.
   * @throws ExportFault at an entry that is none of Blogger's
   */
  look(child: FeedChild): void {
    if (child.name === 'link' && child.attributes.rel === 'alternate')
      this.addresses.add(child.attributes.href ?? '')
    if (child.name !== 'entry') return
    const entry = entryOf(child)
    if (entry.kind === '') throw plainFeed()
    if (entry.kind === 'comment') this.comments.add(entry)
    if (entry.kind === 'settings') this.lookAtSetting(entry)
    if (entry.kind !== 'post') return
    const origin = URL.parse(entry.address)?.origin
    if (origin) this.addresses.add(origin)
    for (const label of entry.labels) this.postsOfLabel.set(label, this.countOf(label) + 1)
  }

  /** The records that stand before all others. */
  *site(): Generator<OldRecord> {
    yield { record: 'site', addresses: [...this.addresses].filter(Boolean).flatMap(blogAddresses) }
  }

  *recordsOf(child: FeedChild): Generator<OldRecord> {
    if (child.name === 'title') yield { record: 'site', title: plainLine(child.text) }
    if (child.name !== 'entry') return
    const entry = entryOf(child)
    const { id, kind, title } = entry
    // Comments come with their posts.
    if (kind === 'comment') return
    const why = whySkipped(entry)
    if (why === undefined) yield this.entryOf(entry)
    else yield { record: 'skipped', kind, id: numberOf(id), title, why }
  }

  /** Whether the blog's address is known, so that links to its own pages can be recognised. */
  get knowsAddress(): boolean {
    return this.addresses.size > 0
  }

  private lookAtSetting({ id, html }: BloggerEntry): void {
    const value = html.trim()
    const [, setting] = DOMAIN.exec(id) ?? []
    if (setting && value) this.addresses.add(value.includes('.') ? value : `${value}.blogspot.com`)
  }

  private countOf(label: string): number {
    return this.postsOfLabel.get(label) ?? 0
  }

  private entryOf(entry: BloggerEntry): EntryRecord {
    const { id, kind, title, html, address, author, published, updated, status } = entry
    const notes: string[] = []
    if (status !== 'LIVE' && status !== 'DRAFT' && status !== 'SCHEDULED')
      notes.push(`its status "${status}" is not known: a draft now`)
    return {
      record: 'entry',
      kind: kind === 'page' ? 'page' : 'article',
      id: numberOf(id),
      title,
      slug: '',
      oldAddresses: address ? [address] : [],
      status: status === 'LIVE' ? 'public' : status === 'SCHEDULED' ? 'scheduled' : 'draft',
      publishedAt: published,
      modifiedAt: updated,
      description: entry.description,
      authors: author.name ? [{ id: author.uri || author.name, name: author.name, slug: author.name }] : [],
      ...chooseLabels(entry.labels, this.options.categories, (label) => this.countOf(label)),
      comments: this.comments.of(id),
      feedId: id,
      shows: [],
      notes,
      fault: entry.isCut ? 'its text is larger than any article' : undefined,
      body: () => bodyOf(html, entry.enclosures),
    }
  }
}

function whySkipped({ kind, status }: BloggerEntry): string | undefined {
  if (kind === 'settings') return 'a setting of Blogger'
  if (kind === 'template') return "the blog's template"
  if (kind !== 'post' && kind !== 'page') return `of the kind "${kind}"`
  return /TRASH|DELETED/.test(status) ? 'in the bin' : undefined
}
