import { isPermanentId } from '#domain/schema.ts'
import { tagSlug } from '#domain/tag-slug.ts'
import { Bylines } from './bylines.ts'
import { Children } from './children.ts'
import type { Ledger, LedgerMap, LedgerSet } from './ledger.ts'
import { momentOf } from './moment.ts'
import { OldSite } from './old-address.ts'
import type { OldSystem } from './old-system.ts'
import { plainLine, withoutRefused } from './plain-text.ts'
import type { EntryRecord, OldAuthor, OldCategory, OldRecord, OldTag, SiteRecord, Upload } from './record.ts'
import { slugFrom } from './slug-text.ts'

/** What the importer must know of an article or page before it writes the first one. */
export interface Entry {
  kind: EntryRecord['kind']
  id: string
  isPublic: boolean
  /** The slug that it would have if no other had it. */
  wantedSlug: string
  /** Empty where it has none of its own. */
  title: string
  /** When it was published, ISO 8601. */
  at: string
  /** The id of its category; for a page empty. */
  category: string
  /** Where it was found, each once. */
  oldPaths: string[]
  /** By which feed readers know it; undefined where it has none, or that of another. */
  feedId: string | undefined
}

/** Of an article that the old system had filed under nothing. */
const NO_CATEGORY: OldCategory = { id: 'uncategorized', name: 'Uncategorized', parent: '', description: '' }

export interface SurveyOptions {
  timeZone: string
  /** The new site's, with a slash at its end. */
  url: string
}

/**
 * What one reading of an export tells of the whole: authors, categories, media,
 * and where each entry was. Texts are not kept.
 */
export class Survey {
  readonly options: SurveyOptions
  readonly system: OldSystem
  readonly authors = new Map<string, OldAuthor>()
  readonly categories = new Map<string, OldCategory>()
  readonly uploads: LedgerMap<string, Upload>
  /** By the entry's number in the export, from 0. */
  readonly entries: LedgerMap<number, Entry>
  readonly bylines = new Bylines(this)
  title = ''
  exportedAt: Date | undefined
  private readonly addresses: string[] = []
  private readonly feedIds: LedgerSet
  private readonly entryOfId: LedgerMap<string, number>
  /** The first entry that shows an upload, by the upload's id or path. */
  private readonly shownIn: LedgerMap<string, number>
  /** The id of an upload by the path of its original. */
  private readonly idOfPath: LedgerMap<string, string>
  /** The tags of what readers can see: the name of each by its old path. */
  readonly tags: LedgerMap<string, string>
  /** The slugs of those who have written what readers can see. */
  readonly authorSlugs = new Set<string>()
  /** `YYYY-MM` and `YYYY` of what readers can see. */
  readonly months = new Set<string>()
  /** The slugs of all of these. */
  readonly tagSlugs: LedgerSet
  /** The uploads made for each entry; known when all are. */
  private uploadsFor: Children | undefined
  private readonly ledger: Ledger
  private madeSite: OldSite | undefined
  private count = 0

  constructor(system: OldSystem, options: SurveyOptions, ledger: Ledger) {
    this.system = system
    this.options = options
    this.ledger = ledger
    this.uploads = ledger.map()
    this.entries = ledger.map()
    this.feedIds = ledger.set()
    this.entryOfId = ledger.map()
    this.shownIn = ledger.map()
    this.idOfPath = ledger.map()
    this.tags = ledger.map()
    this.tagSlugs = ledger.set()
  }

  /** The old site's addresses; the export names them before its first entry. */
  get site(): OldSite {
    this.madeSite ??= new OldSite(this.addresses, this.options.url, this.system.pathOf)
    return this.madeSite
  }

  add(record: OldRecord): void {
    switch (record.record) {
      case 'site':
        this.addSite(record)
        return
      case 'author':
        this.authors.set(record.id, record)
        return
      case 'category':
        this.addCategory(record)
        return
      case 'upload': {
        const { record: _, ...upload } = record
        this.uploads.set(upload.id, upload)
        const [original] = upload.paths
        if (original !== undefined) this.idOfPath.set(original, upload.id)
        return
      }
      case 'entry':
        this.addEntry(record)
    }
  }

  /** The uploads made for an entry, in the order of the export. */
  uploadsOf(id: string): Upload[] {
    this.uploadsFor ??= this.byParent()
    return id ? this.uploadsFor.of(id).flatMap((child) => this.uploads.get(child) ?? []) : []
  }

  /** The upload whose original lies at the first of `paths` where one does. */
  uploadAt(paths: readonly string[]): Upload | undefined {
    const ids = paths.map((path) => this.idOfPath.get(path))
    return this.uploads.get(ids.find((id) => id !== undefined) ?? '')
  }

  /** The entry to which an upload belongs: for which it was uploaded, or the first that shows it. */
  homeOf({ id, parent, paths }: Upload): number | undefined {
    const shown = [id, ...paths].map((name) => this.shownIn.get(name))
    return this.entryOfId.get(parent) ?? shown.find((number) => number !== undefined)
  }

  private byParent(): Children {
    const children = new Children(this.ledger)
    for (const [id, { parent }] of this.uploads) children.add(parent, id)
    return children
  }

  private addSite({ title, addresses = [], isFront, exportedAt }: SiteRecord): void {
    this.title ||= title ?? ''
    this.exportedAt ??= exportedAt
    if (isFront) this.addresses.unshift(...addresses)
    else this.addresses.push(...addresses)
    this.madeSite = undefined
  }

  private addCategory({ id, name, parent, description }: OldCategory): void {
    if (id && !this.categories.get(id)?.name) this.categories.set(id, { id, name, parent, description })
  }

  private addEntry(record: EntryRecord): void {
    const { kind, id, status, feedId } = record
    const number = this.count++
    const title = plainLine(record.title)
    const oldPaths = this.site.pathsOf(record.oldAddresses)
    const category = { ...NO_CATEGORY, ...record.category }
    const at = momentOf(record, this.options.timeZone, this.exportedAt).iso
    if (kind === 'article') {
      this.addCategory(category)
      // Now, so that all who have written are known before the first article is.
      const bylines = this.bylines.of(record)
      if (status === 'public') for (const { slug } of bylines) this.authorSlugs.add(slug)
      if (status === 'public') for (const tag of record.tags) this.addTag(tag)
      if (status === 'public') for (const length of [4, 7]) this.months.add(at.slice(0, length))
    }
    this.entries.set(number, {
      kind,
      id,
      isPublic: status === 'public',
      wantedSlug: wantedSlug(record, title, oldPaths),
      title,
      at,
      category: kind === 'article' ? category.id : '',
      oldPaths,
      feedId: this.ownFeedId(feedId),
    })
    if (id) this.entryOfId.set(id, number)
    for (const name of record.shows) if (!this.shownIn.has(name)) this.shownIn.set(name, number)
  }

  private addTag({ name, oldAddresses = [] }: OldTag): void {
    const slug = tagSlug(name)
    if (slug === '') return
    this.tagSlugs.add(slug)
    for (const path of this.site.pathsOf(oldAddresses)) if (!this.tags.has(path)) this.tags.set(path, name)
  }

  private ownFeedId(feedId: string): string | undefined {
    const id = withoutRefused(feedId).trim()
    if (!isPermanentId(id) || this.feedIds.has(id)) return undefined
    this.feedIds.add(id)
    return id
  }
}

function wantedSlug({ id, slug }: EntryRecord, title: string, oldPaths: readonly string[]): string {
  const [last = ''] = oldPaths
    .filter((path) => !path.includes('?'))
    .flatMap((path) => path.split('/').filter(Boolean).at(-1) ?? [])
  const texts = [slug, last].map((text) => text.replace(/\.html?$/, ''))
  const number = id || /\d+$/.exec(oldPaths.find((path) => path.startsWith('/?')) ?? '')?.[0]
  return [...texts, title].map(slugFrom).find(Boolean) ?? (number ? `post-${number}` : 'post')
}
