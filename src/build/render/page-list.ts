import { constants, copyFileSync, existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { recordFile } from '#cache/content-digest.ts'
import { putLink } from '#build/publish/link-file.ts'
import type { BuildManifest, Page, Picture } from '#build/manifest.ts'
import { putScaledPicture } from '#build/astro-internals/scaled-pictures.ts'
import { ClearWay } from './clear-way.ts'
import type { PageRecord, Pictured, ScaledFrom } from './stale-pages.ts'

/** Where the bytes of a file of the output lie, which no build writes into; undefined for most. */
export type ReadyFiles = (file: string) => string | undefined

/** The pages of a build: those of the last one that stay, and those that are made anew. */
export class PageList implements PageRecord {
  readonly #before: Pick<BuildManifest, 'pages' | 'pictures'>
  #trusted: BuildManifest['pages']
  /** Of the trusted pages, by their keys. */
  #files: Map<string, string> | undefined
  readonly #stay: BuildManifest['pages'] = {}
  readonly #keys = new Map<string, string>()
  readonly #made = new Map<string, Pictured>()
  readonly #pictures = new Map<string, ScaledFrom>()
  readonly #folder: string
  readonly #ready: ReadyFiles
  readonly #way: ClearWay

  /** @param folder the workspace */
  constructor(
    before: Pick<BuildManifest, 'pages' | 'pictures'>,
    folder: string,
    ready: ReadyFiles = () => undefined,
  ) {
    this.#before = before
    this.#trusted = before.pages
    this.#folder = folder
    this.#ready = ready
    this.#way = new ClearWay(join(folder, 'dist'), Object.keys(before.pages))
  }

  /** All pages are to be made anew. */
  trustNone(): void {
    this.#trusted = {}
    this.#files = undefined
  }

  keptOf(keys: readonly string[]): Set<string> {
    this.#files ??= new Map(Object.entries(this.#trusted).map(([file, { key }]) => [key, file]))
    const files = this.#files
    return new Set(keys.filter((key) => this.keeps(files.get(key) ?? '', key)))
  }

  keeps(file: string, key: string): boolean {
    const page = Object.hasOwn(this.#trusted, file) ? this.#trusted[file] : undefined
    if (page?.key !== key) return false
    this.#stay[file] = page
    this.#tellAstro(page)
    return true
  }

  take(file: string, key: string): boolean {
    const ready = this.#ready(file)
    if (ready === undefined) return false
    this.clearWay(file)
    this.expect(file, key)
    if (!putLink(ready, join(this.#folder, 'dist', file))) return false
    this.add(file, { pictures: [], unscaled: [] })
    return true
  }

  clearWay(file: string): void {
    this.#way.forFile(file)
  }

  expect(file: string, key: string): void {
    this.#keys.set(file, key)
    // Another route may have had it.
    delete this.#stay[file]
    if (!Object.hasOwn(this.#before.pages, file)) return
    // Astro writes into what is there, which may be published under another name.
    const path = join(this.#folder, 'dist', file)
    if ((lstatSync(path, { throwIfNoEntry: false })?.nlink ?? 0) > 1) rmSync(path)
  }

  add(file: string, pictured: Pictured): void {
    this.#made.set(file, pictured)
  }

  addPicture(file: string, picture: ScaledFrom): void {
    this.#pictures.set(file, picture)
  }

  putPicture(file: string): boolean {
    return Object.hasOwn(this.#before.pictures, file) || putScaledPicture(this.#folder, file)
  }

  putOriginal(file: string, source: string): void {
    const path = join(this.#folder, 'dist', file)
    if (existsSync(path)) return
    mkdirSync(dirname(path), { recursive: true })
    // No link: what is published takes the times of what it replaces, and an author's file keeps its own.
    copyFileSync(source, path, constants.COPYFILE_FICLONE)
  }

  /** Pages and endpoints that this build has made. */
  made(): string[] {
    return [...this.#made.keys()]
  }

  files(): string[] {
    return [...Object.keys(this.#stay), ...this.#made.keys()]
  }

  /** What the next build may keep of an output, which is left with such pictures alone as its pages name. */
  sealed(): Pick<BuildManifest, 'pages' | 'pictures'> {
    const dist = join(this.#folder, 'dist')
    const pages: Record<string, Page> = { ...this.#stay }
    for (const [file, key] of this.#keys) {
      const pictured = this.#made.get(file)
      const record = recordFile(join(dist, file))
      if (pictured && record) pages[file] = { ...record, key, ...pictured }
    }
    const pictured = [...Object.values(this.#stay), ...this.#made.values()]
    const pictures: Record<string, Picture> = {}
    // Of the pages that stay, they are as they were when the build began.
    for (const file of new Set(Object.values(this.#stay).flatMap((page) => page.pictures))) {
      const picture = this.#before.pictures[file]
      if (picture) pictures[file] = picture
    }
    for (const file of new Set([...this.#made.values()].flatMap((page) => page.pictures))) {
      const picture = this.#pictures.get(file) ?? this.#before.pictures[file]
      // One that is new stands there twice.
      this.putPicture(file)
      const record = recordFile(join(dist, file))
      if (picture && record) pictures[file] = { ...picture, ...record }
    }
    // Astro takes away what it has scaled from in this build; of what the program imports the bundler has written all.
    const unscaled = new Set(pictured.flatMap((page) => page.unscaled))
    const scaled = Object.values(pictures).filter(({ source }) => !unscaled.has(source))
    for (const original of new Set(scaled.map(({ original }) => original)))
      rmSync(join(dist, original), { force: true })
    return { pages, pictures }
  }

  /** Astro takes a picture's own file away when it has scaled it, unless a page is known to name it as it is. */
  #tellAstro({ unscaled }: Pictured): void {
    if (unscaled.length === 0) return
    globalThis.astroAsset ??= {}
    globalThis.astroAsset.referencedImages ??= new Set()
    for (const source of unscaled) globalThis.astroAsset.referencedImages.add(source)
  }
}
