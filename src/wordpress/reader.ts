import type { Ledger, LedgerMap } from '#moving-in/ledger.ts'
import { plainLine } from '#moving-in/plain-text.ts'
import type { EntryRecord, OldRecord } from '#moving-in/record.ts'
import { addressesOf } from './addresses.ts'
import { authorOf, authorsOf } from './authors.ts'
import { chooseCategory } from './choose-category.ts'
import { commentOf } from './comments.ts'
import { bodyOf } from './content.ts'
import { type Item, itemOf, textsOf } from './item.ts'
import { feedMoment, sqlMoment } from './moment.ts'
import type { ChannelRecord } from './record-parser.ts'
import { descriptionOf, leadOf } from './seo.ts'
import { shownBy } from './shown-by.ts'
import { statusOf } from './status.ts'
import { uploadOf } from './upload.ts'
import { whySkipped } from './why-skipped.ts'

export interface WordPressOptions {
  /** The zone of dates that the export does not give in UTC. */
  timeZone: string
  /** Types beside `post` that become articles. */
  articleTypes: ReadonlySet<string>
}

/** Makes of each record of a WordPress export what the importer knows. One reader is for both readings. */
export class WordPressReader {
  private readonly options: WordPressOptions
  /** Blocks that are kept for many posts: their content by their numbers. */
  private readonly blocks: LedgerMap<string, string>
  /** The folder in which the site lies, without a slash at its end; known before the first item. */
  basePath = ''
  private readonly nicenameOfTerm = new Map<string, string>()

  constructor(options: WordPressOptions, ledger: Ledger) {
    this.options = options
    this.blocks = ledger.map()
  }

  *recordsOf(record: ChannelRecord): Generator<OldRecord> {
    const text = textsOf(record)
    switch (record.name) {
      case 'title':
        return yield { record: 'site', title: plainLine(record.text) }
      case 'pubDate':
        return yield { record: 'site', exportedAt: feedMoment(record.text.trim()) }
      case 'link':
      case 'wp:base_site_url':
        return yield { record: 'site', addresses: [record.text.trim()] }
      case 'wp:base_blog_url':
        // The blog's own address says where its front page is; the network's is the least of the three.
        this.basePath = URL.parse(record.text.trim())?.pathname.replace(/\/+$/, '') ?? ''
        return yield { record: 'site', addresses: [record.text.trim()], isFront: true }
      case 'wp:author':
      case 'wp:wp_author': {
        const author = authorOf(record)
        if (author) yield { record: 'author', ...author }
        return
      }
      case 'wp:category': {
        const nicename = text('wp:category_nicename').trim()
        const name = plainLine(text('wp:cat_name'))
        this.nicenameOfTerm.set(text('wp:term_id').trim(), nicename)
        return yield {
          record: 'category',
          id: nicename || name,
          name,
          parent: text('wp:category_parent').trim(),
          description: plainLine(text('wp:category_description')),
        }
      }
      case 'item':
        yield* this.recordsOfItem(itemOf(record), record)
    }
  }

  private *recordsOfItem(item: Item, record: ChannelRecord): Generator<OldRecord> {
    const { id, type, title, content } = item
    if (type === 'attachment') {
      if (id) yield { record: 'upload', ...uploadOf(item) }
      return
    }
    if (type === 'wp_block' && id) this.blocks.set(id, content)
    const why = whySkipped(item, this.options.articleTypes)
    if (why === undefined) yield this.entryOf(item, record)
    else yield { record: 'skipped', kind: type || 'item', id, title, why }
  }

  private entryOf(item: Item, { cutOff, controlCharacters }: ChannelRecord): EntryRecord {
    const { timeZone } = this.options
    const { status, notes } = statusOf(item)
    if (controlCharacters > 0) notes.push(`control characters taken out: ${controlCharacters}`)
    return {
      record: 'entry',
      kind: item.type === 'page' ? 'page' : 'article',
      id: item.id,
      title: item.title,
      slug: item.name,
      oldAddresses: addressesOf(item),
      status,
      publishedAt:
        sqlMoment(item.dateGmt, 'UTC') ?? sqlMoment(item.date, timeZone) ?? feedMoment(item.pubDate),
      modifiedAt: sqlMoment(item.modifiedGmt, 'UTC') ?? sqlMoment(item.modified, timeZone),
      description: descriptionOf(item),
      teaser: item.description,
      authors: authorsOf(item),
      ...chooseCategory(item, this.nicenameOfTerm, this.basePath),
      lead: leadOf(item),
      sticky: item.sticky,
      commentsClosed: item.commentStatus === 'closed',
      comments: item.comments.map((comment) => commentOf(comment, timeZone)),
      feedId: item.guid,
      shows: shownBy(item),
      notes,
      fault: cutOff > 0 ? 'its text is larger than any article' : undefined,
      body: (known) => bodyOf(item, known, (block) => this.blocks.get(block)),
    }
  }
}
