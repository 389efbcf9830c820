import { escapeHtml } from '#moving-in/html.ts'
import type { Ledger, LedgerMap } from '#moving-in/ledger.ts'
import { oneLine, plainLine } from '#moving-in/plain-text.ts'
import type { EntryRecord, OldAuthor, OldRecord } from '#moving-in/record.ts'
import { bodyOf, withOwnAddresses } from './body.ts'
import type { Row, TableRow } from './export-parser.ts'
import { permalink } from './permalink.ts'
import type { Redirects } from './redirects.ts'
import { moment, text } from './row.ts'
import { statusOf } from './status.ts'

export interface GhostOptions {
  timeZone: string
  /** Where the site was; empty where it is not known. */
  site: string
  /** Of posts, as Ghost's routes have it. */
  permalink: string
  redirects: Redirects
}

interface Tag {
  name: string
  slug: string
  description: string
  isInternal: boolean
}

/** Ids with the numbers by which Ghost orders them. */
type Ordered = [order: number, id: string][]

/** Makes of the rows of Ghost's tables what the importer knows. What must be known of all of them it is shown before. */
export class GhostReader {
  private readonly options: GhostOptions
  private readonly tags: LedgerMap<string, Tag>
  private readonly users: LedgerMap<string, OldAuthor>
  private readonly tagsOf: LedgerMap<string, Ordered>
  private readonly authorsOf: LedgerMap<string, Ordered>
  private readonly metaOf: LedgerMap<string, Row>
  private emittedTags = new Set<string>()
  private title = ''

  constructor(options: GhostOptions, ledger: Ledger) {
    this.options = options
    this.tags = ledger.map()
    this.users = ledger.map()
    this.tagsOf = ledger.map()
    this.authorsOf = ledger.map()
    this.metaOf = ledger.map()
  }

  /** Shown every row before the first record is asked for, as tables stand in any order. */
  look({ table, row }: TableRow): void {
    const id = text(row, 'id')
    switch (table) {
      case 'settings':
        if (text(row, 'key') === 'title') this.title = text(row, 'value')
        return
      case 'tags':
        this.tags.set(id, {
          name: oneLine(text(row, 'name')),
          slug: text(row, 'slug'),
          description: oneLine(text(row, 'description')),
          isInternal: text(row, 'visibility') === 'internal' || text(row, 'name').startsWith('#'),
        })
        return
      case 'users':
        this.users.set(id, {
          id,
          name: oneLine(text(row, 'name')),
          slug: text(row, 'slug'),
          bio: oneLine(text(row, 'bio')),
          url: text(row, 'website'),
        })
        return
      case 'posts_meta':
        this.metaOf.set(text(row, 'post_id'), row)
        return
      case 'posts_tags':
        add(this.tagsOf, row, 'tag_id')
        return
      case 'posts_authors':
        add(this.authorsOf, row, 'author_id')
    }
  }

  /** The records that stand before all others. */
  *site(): Generator<OldRecord> {
    this.emittedTags = new Set()
    const { site } = this.options
    yield { record: 'site', title: oneLine(this.title), addresses: site ? [site] : [] }
  }

  *recordsOf({ table, row }: TableRow): Generator<OldRecord> {
    if (table !== 'posts') return
    const entry = this.entryOf(row)
    const tag = this.tagsOfPost(text(row, 'id'))[0]
    // Only what is a category of something becomes one.
    if (tag && entry.kind === 'article' && !this.emittedTags.has(tag.slug)) {
      this.emittedTags.add(tag.slug)
      const { slug: id, name, description } = tag
      yield { record: 'category', id, name, parent: '', description }
    }
    yield entry
  }

  private entryOf(post: Row): EntryRecord {
    const id = text(post, 'id')
    const slug = text(post, 'slug')
    const title = text(post, 'title')
    const meta = { ...post, ...withoutEmpty(this.metaOf.get(id)) }
    const isPage = text(post, 'type') === 'page' || text(post, 'page') === '1' || post.page === true
    const { status, notes } = statusOf(post)
    const [primary, ...others] = this.tagsOfPost(id)
    const authors = this.authorsOfPost(post)
    const publishedAt = moment(post, 'published_at')
    const named = {
      id,
      slug,
      publishedAt,
      primaryTag: primary?.slug ?? '',
      primaryAuthor: authors[0]?.slug ?? '',
    }
    const { permalink: pattern, redirects, timeZone } = this.options
    const path = slug && permalink(isPage ? '/{slug}/' : pattern, named, timeZone)
    const image = text(post, 'feature_image') || text(post, 'image') || text(meta, 'og_image')
    return {
      record: 'entry',
      kind: isPage ? 'page' : 'article',
      id,
      title: title === '(Untitled)' ? '' : escapeHtml(title),
      slug,
      oldAddresses: path ? [path, ...redirects.of(path)] : [],
      status,
      publishedAt,
      modifiedAt: moment(post, 'updated_at') ?? moment(post, 'created_at'),
      description: escapeHtml(text(post, 'custom_excerpt') || text(meta, 'meta_description')),
      authors,
      category: primary && { id: primary.slug, name: primary.name },
      tags: others.map(({ name, slug }) => ({ name, oldAddresses: [`/tag/${slug}/`] })),
      lead: image
        ? {
            address: withOwnAddresses(image),
            alt: text(meta, 'feature_image_alt'),
            caption: plainLine(text(meta, 'feature_image_caption')),
          }
        : undefined,
      language: text(post, 'locale') || undefined,
      comments: [],
      feedId: id,
      shows: [],
      notes,
      body: () => bodyOf(post),
    }
  }

  private tagsOfPost(id: string): Tag[] {
    const tags = sorted(this.tagsOf.get(id)).flatMap((tag) => this.tags.get(tag) ?? [])
    return tags.filter(({ isInternal, name }) => !isInternal && name !== '')
  }

  private authorsOfPost(post: Row): OldAuthor[] {
    const ids = sorted(this.authorsOf.get(text(post, 'id')))
    // Ghost before 1.22 had one author a post.
    const all = ids.length > 0 ? ids : [text(post, 'author_id')]
    return all.flatMap((id) => this.users.get(id) ?? [])
  }
}

function add(lists: LedgerMap<string, Ordered>, row: Row, field: string): void {
  const post = text(row, 'post_id')
  lists.set(post, [...(lists.get(post) ?? []), [Number(row.sort_order) || 0, text(row, field)]])
}

function sorted(list: Ordered = []): string[] {
  return list.toSorted(([a], [b]) => a - b).map(([, id]) => id)
}

function withoutEmpty(row: Row = {}): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== ''))
}
