import { escapeHtml } from '#moving-in/html.ts'
import type { Ledger, LedgerMap } from '#moving-in/ledger.ts'
import type { EntryRecord, OldAuthor, OldPicture, OldRecord, OldTag } from '#moving-in/record.ts'
import { bodyOf, type WrittenText } from './body.ts'
import type { CodePage } from './codes/page.ts'
import type { Asked, Finder } from './field-names.ts'
import { type Fields, FieldsFault, partFile } from './front-matter.ts'
import type { TextPlace, SiteKind, SiteSettings } from './kind.ts'
import { decoded, MediaFolder } from './media.ts'
import { momentIn } from './moment.ts'
import { urlName } from './permalink.ts'
import { pictureIn } from './picture.ts'
import { isFields, isNo, isYes, nameOf, namesIn, textOf } from './values.ts'

interface ReaderOptions {
  /** Of dates that name no zone, where the site has none of its own. */
  timeZone: string
  /** What is later is scheduled. */
  now: Date
  find: Finder
  /** Whether a file is there, by its path in the site's folder. */
  exists: (path: string) => boolean
  /** Values that the files of a folder share. */
  sharedIn: (folder: string) => Fields
}

interface SiteFile {
  /** In the site's folder. */
  path: string
  /** What stands in it; undefined for one that is larger than any article. */
  text: string | undefined
  /** Stands for a date that it does not name. */
  changedAt: Date
}

/** Makes of each file of a Markdown site what the importer knows. One reader is for both readings. */
export class MarkdownReader {
  readonly media: MediaFolder
  readonly basePath: string
  private readonly kind: SiteKind
  private readonly site: SiteSettings
  private readonly options: ReaderOptions
  private readonly timeZone: string
  /** The addresses of texts by their paths, and by what links call them. */
  private readonly addresses: LedgerMap<string, string>

  constructor(kind: SiteKind, site: SiteSettings, options: ReaderOptions, ledger: Ledger) {
    this.kind = kind
    this.site = site
    this.options = options
    this.timeZone = site.timeZone ?? options.timeZone
    this.addresses = ledger.map()
    const path = URL.parse(site.url, 'http://old.invalid')?.pathname ?? '/'
    this.basePath = path.replace(/\/+$/, '')
    this.media = new MediaFolder(kind, this.basePath, this.siteAddresses())
  }

  siteAddresses(): string[] {
    return /^https?:/.test(this.site.url) ? [`${this.site.url.replace(/\/+$/, '')}/`] : []
  }

  /** What the settings tell, before any file. */
  *start(): Generator<OldRecord> {
    yield { record: 'site', title: this.site.title, addresses: this.siteAddresses(), isFront: true }
  }

  /** Whether a file is one of the site's texts, or would be in another format. */
  isItem(path: string): boolean {
    return this.kind.placeOf(path, this.site, this.options.exists) !== undefined
  }

  *recordsOf(file: SiteFile): Generator<OldRecord> {
    const { path, text } = file
    const skipped = (why: string, title = '') =>
      ({ record: 'skipped', kind: 'file', id: path, title: escapeHtml(title || path), why }) as const
    const place = this.kind.placeOf(path, this.site, this.options.exists)
    if (place === undefined) return
    if (typeof place === 'string') return yield skipped(place)
    if (text === undefined) return yield { ...skipped('larger than any article'), isFault: true }
    try {
      const { fields, body } = partFile(text)
      if (fields === undefined && place.kind !== 'article')
        return yield skipped('it has no front matter, so that it is no page of the site')
      const isHtml = /\.html?$/i.test(path)
      if (isHtml && this.kind.dialect.isTemplate(body))
        return yield skipped('a template, no text', textOf(fields?.title))
      const shared = { ...this.kind.defaultsOf?.(path, place, this.site), ...this.options.sharedIn(path) }
      yield this.entryOf(file, place, { ...shared, ...fields }, { text: body, isHtml })
    } catch (error) {
      if (!(error instanceof FieldsFault)) throw error
      const place = `${path}:${error.line}:${error.column}`
      yield { ...skipped(`${place} its front matter cannot be read: ${error.message}`), isFault: true }
    }
  }

  private entryOf(file: SiteFile, place: TextPlace, fields: Fields, text: WrittenText): EntryRecord {
    const { path } = file
    const all = (asked: Asked) => this.options.find(fields, asked)
    const texts = (asked: Asked) => all(asked).map(textOf).filter(Boolean)
    const title = texts('title')[0] ?? ''
    const moment = (asked: Asked) =>
      texts(asked)
        .map((written) => momentIn(written, this.timeZone))
        .find((date) => date !== undefined)
    const date =
      moment('date') ?? (place.date === undefined ? undefined : momentIn(place.date, this.timeZone))
    const notes: string[] = []
    const unread =
      date === undefined ? texts('date').filter((written) => !/^(true|false)$/.test(written)) : []
    if (unread.length > 0) notes.push(`its date cannot be read: ${unread[0]}`)
    const byBlanks = this.kind.tagsByBlanks
    const filed = [
      ...(place.categories ?? []),
      ...namesIn(all('category')[0], byBlanks && 'categories' in fields),
    ]
    const slug = texts('slug')[0]?.replace(/^\/+|\/+$/g, '') ?? ''
    const address = this.kind.addressOf(
      {
        path,
        place,
        title,
        slug,
        permalink: all('address')[0],
        categories: filed,
        date,
        timeZone: this.timeZone,
      },
      this.site,
    )
    if (address === undefined) notes.push('its old address is not known: no alias was made for it')
    const whole = address === undefined ? undefined : this.withBase(address)
    if (whole !== undefined) this.remember(path, place, whole)
    const isArticle = place.kind === 'article' || (place.kind === 'dated' && date !== undefined)
    const [category, ...others] = isArticle ? filed : []
    const isDraft =
      place.isDraft === true ||
      all('draft').some(isYes) ||
      isNo(fields.published) ||
      textOf(fields.status) === 'draft'
    const page: Omit<CodePage, 'kept' | 'opened'> = {
      title,
      siteTitle: this.site.title,
      basePath: this.basePath,
      addressOf: (name) => this.addressOf(name),
    }
    const relocate = (written: string) => this.relocated(written, path)
    return {
      record: 'entry',
      kind: isArticle ? 'article' : 'page',
      id: path,
      title: escapeHtml(title),
      slug: slug.split('/').at(-1) || (place.name === 'index' ? '' : place.name),
      oldAddresses: [...(whole === undefined ? [] : [whole]), ...this.aliasesOf(all('aliases'), whole)],
      status: isDraft ? 'draft' : date && date > this.options.now ? 'scheduled' : 'public',
      publishedAt: date,
      modifiedAt: moment('updated') ?? file.changedAt,
      updatedAt: moment('updated'),
      description: escapeHtml(texts('description')[0] ?? ''),
      authors: this.authorsOf(all('authors')),
      category: category === undefined ? undefined : { id: urlName(category), name: category },
      tags: this.tagsOf([...others, ...namesIn(all('tags')[0], byBlanks)]),
      lead: this.leadOf(all, path),
      language: place.language ?? texts('language')[0],
      commentsClosed: all('comments').some(isNo),
      comments: [],
      feedId: '',
      shows: [],
      notes,
      body: () => bodyOf(text, this.kind.dialect, { ...page, kept: new Set(), opened: new Set() }, relocate),
    }
  }

  private tagsOf(names: readonly string[]): OldTag[] {
    const words = names.filter((name) => !this.kind.notTags?.has(name.toLowerCase()))
    return words.map((name) => {
      const address = this.kind.tagAddress(name, this.site)
      return { name, ...(address !== undefined && { oldAddresses: [this.withBase(address)] }) }
    })
  }

  private withBase(address: string): string {
    return /^https?:/.test(address) ? address : `${this.basePath}${address}`
  }

  /** Hugo takes an alias without a slash in front for a neighbour of the page. */
  private aliasesOf(values: readonly unknown[], address = '/'): string[] {
    const neighbour = /^https?:/.test(address) ? address : `http://old.invalid${address.replace(/\/$/, '')}`
    return values
      .flatMap((value) => namesIn(value))
      .map((alias) => {
        if (/^https?:/.test(alias)) return alias
        return alias.startsWith('/')
          ? this.withBase(alias)
          : (URL.parse(alias, neighbour)?.pathname ?? `/${alias}`)
      })
  }

  /** No e-mail address comes along. */
  private authorsOf([value]: readonly unknown[]): OldAuthor[] {
    const known = isFields(this.site.fields.authors) ? this.site.fields.authors : {}
    return (
      Array.isArray(value) ? value : value === undefined ? [] : isFields(value) ? [value] : namesIn(value)
    ).flatMap((one) => {
      const id = nameOf(one).replace(/\s*<[^<>]*>\s*$/, '')
      if (id === '' || /^\S+@\S+$/.test(id)) return []
      const more = isFields(known[id]) ? known[id] : isFields(one) ? one : {}
      const [bio, url] = [textOf(more.bio), textOf(more.url) || textOf(more.uri)]
      return [{ id, name: nameOf(more) || id, ...(bio && { bio }), ...(url && { url }) }]
    })
  }

  private leadOf(all: (asked: Asked) => unknown[], path: string): OldPicture | undefined {
    const lead = all('image')
      .map(pictureIn)
      .find((picture) => picture !== undefined)
    if (!lead?.address) return undefined
    const [alt, caption] = (['imageAlt', 'imageCaption'] as const).map((asked) => textOf(all(asked)[0]))
    return {
      ...lead,
      address: this.relocated(lead.address, path),
      ...(alt && { alt }),
      ...(caption && { caption }),
    }
  }

  private remember(path: string, place: TextPlace, address: string): void {
    const names = [path, path.replace(/\.[a-z]+$/i, ''), place.name]
    if (place.date !== undefined) names.push(`${place.date}-${place.name}`)
    for (const name of names.map(linkName)) if (!this.addresses.has(name)) this.addresses.set(name, address)
  }

  /** By its path, its path below the folder of texts, or its name alone. */
  private addressOf(name: string): string | undefined {
    const bare = linkName(name)
    const below = ['', 'content/', '_posts/', 'src/content/', 'src/pages/'].map((folder) =>
      this.addresses.get(folder + bare),
    )
    return (
      below.find((found) => found !== undefined) ?? this.addresses.get(linkName(bare.split('/').at(-1) ?? ''))
    )
  }

  /** An address of a text as one of the whole site: what lies beside the text is named by its path. */
  private relocated(address: string, path: string): string {
    if (address === '' || /^([a-z][a-z\d+.-]*:|\/\/|#|\?)/i.test(address)) return address
    const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
    const name = decoded(written)
    const aliased = /^[@~]\/(.*)$/.exec(name)?.[1]
    const folder = path.replace(/[^/]*$/, '')
    const at =
      aliased !== undefined ? `src/${aliased}` : name.startsWith('/') ? name.slice(1) : joined(folder + name)
    if (/\.(md|mdx|markdown)$/i.test(at)) {
      const text = this.addresses.get(linkName(at)) ?? (name.startsWith('/') ? this.addressOf(at) : undefined)
      return text === undefined ? address : text + rest
    }
    const candidates = name.startsWith('/') ? [] : [at, ...this.media.pathsOf(`/${name}`)]
    const file = candidates.find((candidate) => this.options.exists(candidate))
    return file === undefined ? address : `/${file.split('/').map(encodeURIComponent).join('/')}`
  }
}

function linkName(name: string): string {
  return name
    .replace(/^\/+/, '')
    .replace(/\.(md|mdx|markdown|html)$/i, '')
    .replace(/\/(index)?$/, '')
    .toLowerCase()
}

function joined(path: string): string {
  return new URL(path.split('/').map(encodeURIComponent).join('/'), 'http://old.invalid/').pathname
    .slice(1)
    .split('/')
    .map(decoded)
    .join('/')
}
