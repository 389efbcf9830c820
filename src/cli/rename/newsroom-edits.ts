import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articlePlace, shownIn } from '#desk/article-place.ts'
import type { NewsroomFiles } from '#desk/read-newsroom.ts'
import { type ArticlePlace, linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { addressPlaces } from '#markdown/address-places.ts'
import { changedConfig } from './config-edits.ts'
import { EditedFile } from './edited-file.ts'
import { type Move, movedHref } from './moved-href.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** Files and folders from the newsroom's folder. */
export interface Moving {
  from: string
  to: string
}

/** What a newsroom's files are to hold, and where they are to lie. Nothing is written here. */
export class NewsroomEdits {
  readonly files: NewsroomFiles
  readonly site: Site
  readonly moves: Moving[] = []
  readonly #edited = new Map<string, EditedFile>()
  readonly #texts = new Map<string, string>()

  constructor(files: NewsroomFiles, site: Site) {
    this.files = files
    this.site = site
  }

  edit(file: string): EditedFile {
    const known = this.#edited.get(file)
    if (known) return known
    const made = new EditedFile(file, this.#read(file))
    this.#edited.set(file, made)
    return made
  }

  /** Gives a file that holds no fields another text, or makes one. */
  write(file: string, text: string): void {
    this.#texts.set(file, text)
  }

  /** The new texts, by file, of those that change: before anything moves. */
  texts(): Map<string, string> {
    const changed = [...this.#edited.values()].filter(({ isChanged }) => isChanged)
    return new Map([...changed.map((one) => [one.file, one.result()] as const), ...this.#texts])
  }

  /**
   * Mends the links of articles and their entries, pages, authors and the line of breaking news.
   * @param needle what stands in every path that moves
   * @param pathAfter where an article will be, path from the host's root
   */
  mendLinks(move: Move, needle: string, pathAfter: (article: ArticlePlace) => string): void {
    const { sources } = this.files
    const links = linksFor(this.site)
    for (const source of sources.articles) {
      const place = articlePlace(source)
      const path = links.article(place)
      for (const { file, body } of [source, ...(this.files.entries.get(source.file) ?? [])])
        this.#mendBody(file, body, needle, (href) =>
          movedHref(href, { path, newPath: pathAfter(place) }, this.site, move),
        )
    }
    for (const source of sources.pages) {
      const path = linksFor(this.site, shownIn(source, this.site)).staticPage(source.slug)
      this.#mendBody(source.file, source.body, needle, (href) =>
        movedHref(href, { path, newPath: path }, this.site, move),
      )
    }
    const front = { path: links.front(), newPath: links.front() }
    for (const { file, data } of sources.authors) {
      const own = Array.isArray(data.links) ? (data.links as { url?: unknown }[]) : []
      for (const [i, { url }] of own.entries()) {
        const moved = movedHref(String(url), front, this.site, move)
        if (moved !== undefined) this.edit(file).set(['links', i, 'url'], moved)
      }
    }
    const { breaking } = this.files
    if (breaking?.data.href === undefined) return
    const moved = movedHref(String(breaking.data.href), front, this.site, move)
    if (moved !== undefined) this.edit(breaking.file).set(['href'], moved)
  }

  /** Mends what the outlet's config names. */
  mendConfig(move: Move, category?: { from: string; to: string }): void {
    const file = 'src/site.config.ts'
    const text = this.#read(file)
    const front = { path: linksFor(this.site).front(), newPath: linksFor(this.site).front() }
    const href = (written: string) => movedHref(written, front, this.site, move)
    const changed = changedConfig(text, this.site, { category, href })
    if (changed !== text) this.write(file, changed)
  }

  #mendBody(file: string, body: string, needle: string, moved: (href: string) => string | undefined): void {
    if (!body.includes(needle) && !body.includes(encodeURI(needle))) return
    const { text, bodyOffset } = this.edit(file)
    for (const { href, offset } of addressPlaces(text.slice(bodyOffset))) {
      const to = moved(href)
      const start = bodyOffset + offset
      if (to !== undefined) this.edit(file).replace(start, start + href.length, to)
    }
  }

  #read(file: string): string {
    const text = readFileSync(join(this.files.folder.root, file), 'utf8')
    if (text.startsWith(BYTE_ORDER_MARK))
      throw new Error(`${file} begins with a byte order mark. Save it as UTF-8 without one, and try again.`)
    return text
  }
}
