import { isId } from '#domain/permanent-id.ts'
import { type Attachment, attachmentOf, uploadsOf } from './attachment.ts'
import { Bylines } from './bylines.ts'
import { Children } from './children.ts'
import { chooseCategory } from './choose-category.ts'
import { type Item, itemOf, textsOf } from './item.ts'
import type { Ledger, LedgerMap, LedgerSet } from './ledger.ts'
import { originalsFirst } from './media-path.ts'
import { feedMoment, momentOf } from './moment.ts'
import { addressById, OldSite } from './old-address.ts'
import { plainLine } from './plain-text.ts'
import type { ChannelRecord } from './record-parser.ts'
import { slugFrom } from './slug-text.ts'
import { whySkipped } from './why-skipped.ts'

export interface OldCategory {
  nicename: string
  name: string
  /** The nicename of the one above it; empty for none. */
  parent: string
  description: string
}

/** What the importer must know of a post or page before it writes the first one. */
export interface Entry {
  kind: 'article' | 'page'
  id: string
  isPublic: boolean
  /** The slug that it would have if no other had it. */
  wantedSlug: string
  /** Empty where it has none of its own. */
  title: string
  /** When it was published, ISO 8601. */
  at: string
  /** The nicename of its category; for a page empty. */
  category: string
  /** Where it was found, each once. */
  oldPaths: string[]
  /** By which feed readers know it; undefined where it has none, or that of another. */
  guid: string | undefined
}

/** Characters that an article's id may have. */
const LONGEST_GUID = 300

export interface SurveyOptions {
  timeZone: string
  /** The path in the new site's address, with a slash at its end. */
  base: string
  /** Types beside `post` that become articles. */
  articleTypes: ReadonlySet<string>
}

const CONTENT_IMAGE =
  /\bwp-image-(\d+)\b|<!--\s+wp:(?:image|cover|media-text|gallery)\s+\{[^}]*?"(?:id|mediaId)":(\d+)/g
const UPLOAD = /\/wp-content\/uploads\/([^\s"'<>)]+\.[a-z\d]{2,5})\b/gi
const GALLERY_IDS = /\[gallery[^\]]*?\bids=["']?([\d,\s]+)/g

/**
 * What one reading of an export tells of the whole: authors, categories, media,
 * and where each post was. Texts are not kept, but for the blocks that many
 * posts share.
 */
export class Survey {
  readonly options: SurveyOptions
  readonly authors = new Map<string, { login: string; name: string }>()
  readonly categories = new Map<string, OldCategory>()
  readonly attachments: LedgerMap<string, Attachment>
  readonly blocks: LedgerMap<string, string>
  /** By the item's number in the export, from 0. */
  readonly entries: LedgerMap<number, Entry>
  readonly bylines = new Bylines(this)
  title = ''
  language = ''
  exportedAt: Date | undefined
  private readonly addresses: string[] = []
  private readonly guids: LedgerSet
  private readonly entryOfId: LedgerMap<string, number>
  /** The first post or page that shows an attachment, by the attachment's id. */
  private readonly shownIn: LedgerMap<string, number>
  /** The same by the upload's path. */
  private readonly shownUploads: LedgerMap<string, number>
  /** The uploads made for each item; known when all are. */
  private uploadsFor: Children | undefined
  private readonly ledger: Ledger
  private readonly nicenameOfTerm = new Map<string, string>()
  private madeSite: OldSite | undefined
  private items = 0

  constructor(options: SurveyOptions, ledger: Ledger) {
    this.options = options
    this.ledger = ledger
    this.attachments = ledger.map()
    this.blocks = ledger.map()
    this.entries = ledger.map()
    this.guids = ledger.set()
    this.entryOfId = ledger.map()
    this.shownIn = ledger.map()
    this.shownUploads = ledger.map()
  }

  /** The old site's addresses; the export names them before its first item. */
  get site(): OldSite {
    this.madeSite ??= new OldSite(this.addresses, this.options.base)
    return this.madeSite
  }

  add(record: ChannelRecord): void {
    const text = textsOf(record)
    switch (record.name) {
      case 'title':
        this.title ||= plainLine(record.text)
        return
      case 'language':
        this.language ||= record.text.trim()
        return
      case 'pubDate':
        this.exportedAt ??= feedMoment(record.text.trim())
        return
      case 'link':
      case 'wp:base_blog_url':
      case 'wp:base_site_url':
        // The blog's own address says where its front page is; the network's is the least of the three.
        if (record.name === 'wp:base_blog_url') this.addresses.unshift(record.text.trim())
        else this.addresses.push(record.text.trim())
        this.madeSite = undefined
        return
      case 'wp:author':
      case 'wp:wp_author': {
        const login = text('wp:author_login').trim()
        const names = `${text('wp:author_first_name')} ${text('wp:author_last_name')}`
        if (login)
          this.authors.set(login, {
            login,
            name: plainLine(text('wp:author_display_name')) || plainLine(names),
          })
        return
      }
      case 'wp:category':
        this.addCategory({
          nicename: text('wp:category_nicename').trim(),
          name: plainLine(text('wp:cat_name')),
          parent: text('wp:category_parent').trim(),
          description: plainLine(text('wp:category_description')),
        })
        this.nicenameOfTerm.set(text('wp:term_id').trim(), text('wp:category_nicename').trim())
        return
      case 'item':
        this.addItem(itemOf(record))
    }
  }

  /** The category of an item, and its other terms as tags. */
  termsOf(item: Item): { category: OldCategory; tags: string[] } {
    return chooseCategory(item, this.site.pathOf(item.link), this.nicenameOfTerm)
  }

  /** The uploads made for an item, in the order of the export. */
  attachmentsOf(id: string): Attachment[] {
    this.uploadsFor ??= this.byParent()
    return id ? this.uploadsFor.of(id).flatMap((child) => this.attachments.get(child) ?? []) : []
  }

  /** The post or page to which an attachment belongs: for which it was uploaded, or the first that shows it. */
  homeOf(attachment: Attachment): number | undefined {
    const { id, parent } = attachment
    const shown = uploadsOf(attachment).map((path) => this.shownUploads.get(path))
    return this.entryOfId.get(parent) ?? this.shownIn.get(id) ?? shown.find((number) => number !== undefined)
  }

  private byParent(): Children {
    const children = new Children(this.ledger)
    for (const [id, { parent }] of this.attachments) children.add(parent, id)
    return children
  }

  private addCategory(category: OldCategory): void {
    const key = category.nicename || category.name
    if (key && !this.categories.get(key)?.name) this.categories.set(key, { ...category, nicename: key })
  }

  private addItem(item: Item): void {
    const number = this.items++
    if (item.type === 'attachment' && item.id) this.attachments.set(item.id, attachmentOf(item))
    if (item.type === 'wp_block' && item.id) this.blocks.set(item.id, item.content)
    if (whySkipped(item, this.options.articleTypes)) return
    const kind = item.type === 'page' ? 'page' : 'article'
    const title = plainLine(item.title)
    const oldPaths = this.pathsOf(item)
    const terms = kind === 'article' ? this.termsOf(item) : undefined
    if (terms) this.addCategory(terms.category)
    // Now, so that all who have written are known before the first article is.
    if (kind === 'article') this.bylines.of(item)
    this.entries.set(number, {
      kind,
      id: item.id,
      isPublic: item.status === 'publish' && item.password === '',
      wantedSlug: wantedSlug(item, title, oldPaths),
      title,
      at: momentOf(item, this.options.timeZone, this.exportedAt).iso,
      category: terms?.category.nicename ?? '',
      oldPaths,
      guid: this.ownGuid(item),
    })
    if (item.id) this.entryOfId.set(item.id, number)
    for (const [, path = ''] of item.content.matchAll(UPLOAD)) {
      const [original = ''] = originalsFirst(path)
      if (!this.shownUploads.has(original)) this.shownUploads.set(original, number)
    }
    for (const id of shownIds(item)) if (!this.shownIn.has(id)) this.shownIn.set(id, number)
  }

  private ownGuid({ guid }: Item): string | undefined {
    if (guid.length > LONGEST_GUID || !isId(guid) || this.guids.has(guid)) return undefined
    this.guids.add(guid)
    return guid
  }

  private pathsOf(item: Item): string[] {
    const guid = this.site.pathOf(item.guid)
    const paths = [
      this.site.pathOf(item.link),
      addressById(item.id),
      guid?.startsWith('/?p=') ? guid : undefined,
    ]
    return [...new Set(paths.filter((path) => path !== undefined && path !== '/'))] as string[]
  }
}

function wantedSlug(item: Item, title: string, oldPaths: readonly string[]): string {
  const [last = ''] = oldPaths
    .filter((path) => !path.startsWith('/?'))
    .flatMap((path) => path.split('/').filter(Boolean).at(-1) ?? [])
  const texts = [item.name, last].map((text) => text.replace(/\.html?$/, ''))
  const number = item.id || /\d+$/.exec(oldPaths.find((path) => path.startsWith('/?')) ?? '')?.[0]
  return [...texts, title].map(slugFrom).find(Boolean) ?? (number ? `post-${number}` : 'post')
}

function shownIds(item: Item): string[] {
  const inText = [...item.content.matchAll(CONTENT_IMAGE)].map(([, a, b]) => a ?? b ?? '')
  const inGalleries = [...item.content.matchAll(GALLERY_IDS)].flatMap(([, ids = '']) => ids.split(/[\s,]+/))
  return [item.meta.get('_thumbnail_id')?.trim() ?? '', ...inText, ...inGalleries].filter(Boolean)
}
