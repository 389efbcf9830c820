import { constants, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type FileRecord, recordFile } from '#cache/content-digest.ts'
import { statOf } from '#cache/stat-of.ts'
import type { OutputFile } from '#build/analyse/analyser.ts'
import { putScaledPicture } from '#build/astro-internals/scaled-pictures.ts'
import { noteReferenced } from '#build/astro-internals/static-images.ts'
import type { BuildManifest, Page, Picture } from '#build/manifest.ts'
import { putLink } from '#build/publish/link-file.ts'
import { ClearWay } from './clear-way.ts'

/** Where the bytes of a file of the output lie, which no build writes into; undefined for most. */
export type PrebuiltFiles = (file: string) => string | undefined

/** What a page names of pictures. */
export type ImageUse = Pick<Page, 'pictures' | 'unscaled'>

/** What a scaled picture was made from. */
export type ScaledFrom = Pick<Picture, 'original' | 'source'>

/** The pages and endpoints of a build: the fresh ones of the last build, and those that this build renders. */
export class PageList {
  readonly #before: Pick<BuildManifest, 'pages' | 'pictures'>
  #trusted: BuildManifest['pages']
  /** Of the trusted pages, by their cache keys. */
  #files: Map<string, string> | undefined
  readonly #fresh: BuildManifest['pages'] = {}
  readonly #keys = new Map<string, string>()
  readonly #rendered = new Map<string, ImageUse>()
  readonly #pictures = new Map<string, ScaledFrom>()
  readonly #folder: string
  readonly #prebuilt: PrebuiltFiles
  readonly #way: ClearWay

  /** @param folder the workspace */
  constructor(
    before: Pick<BuildManifest, 'pages' | 'pictures'>,
    folder: string,
    prebuilt: PrebuiltFiles = () => undefined,
  ) {
    this.#before = before
    this.#trusted = before.pages
    this.#folder = folder
    this.#prebuilt = prebuilt
    this.#way = new ClearWay(join(folder, 'dist'), Object.keys(before.pages))
  }

  /** All pages are stale. */
  trustNone(): void {
    this.#trusted = {}
    this.#files = undefined
  }

  /** Of cache keys, those whose pages are fresh: they lie in the output as they would be rendered, and stay. */
  freshOf(keys: readonly string[]): Set<string> {
    this.#files ??= new Map(Object.entries(this.#trusted).map(([file, { key }]) => [key, file]))
    const files = this.#files
    return new Set(keys.filter((key) => this.keepFresh(files.get(key) ?? '', key)))
  }

  /** Whether a page is fresh; if so, it stays. */
  keepFresh(file: string, key: string): boolean {
    const page = Object.hasOwn(this.#trusted, file) ? this.#trusted[file] : undefined
    if (page?.key !== key) return false
    this.#fresh[file] = page
    noteReferenced(page.unscaled)
    return true
  }

  /** Puts a page in the output whose bytes were made before; whether there are any. */
  takePrebuilt(file: string, key: string): boolean {
    const prebuilt = this.#prebuilt(file)
    if (prebuilt === undefined) return false
    this.clearWay(file)
    this.addPending(file, key)
    if (!putLink(prebuilt, join(this.#folder, 'dist', file))) return false
    this.addRendered(file, { pictures: [], unscaled: [] })
    return true
  }

  /** Takes away what an earlier build has left in the way of a page. */
  clearWay(file: string): void {
    this.#way.forFile(file)
  }

  /** A page with a key is yet to be rendered. */
  addPending(file: string, key: string): void {
    this.#keys.set(file, key)
    // Another route may have had it.
    delete this.#fresh[file]
    if (!Object.hasOwn(this.#before.pages, file)) return
    // Astro writes into what is there, which may be published under another name.
    const path = join(this.#folder, 'dist', file)
    if ((statOf(path)?.nlink ?? 0) > 1) rmSync(path)
  }

  addRendered(file: string, images: ImageUse): void {
    this.#rendered.set(file, images)
  }

  addPicture(file: string, picture: ScaledFrom): void {
    this.#pictures.set(file, picture)
  }

  /** Sees to it that a picture lies in the output, where an earlier build has scaled it; whether it does. */
  putPicture(file: string): boolean {
    return Object.hasOwn(this.#before.pictures, file) || putScaledPicture(this.#folder, file)
  }

  /** Puts what pictures are scaled from where Astro looks for it, until it has scaled them. */
  putOriginal(file: string, source: string): void {
    const path = join(this.#folder, 'dist', file)
    if (existsSync(path)) return
    mkdirSync(dirname(path), { recursive: true })
    // No link: what is published takes the times of what it replaces, and an author's file keeps its own.
    copyFileSync(source, path, constants.COPYFILE_FICLONE)
  }

  /** Pages and endpoints that this build has rendered. */
  rendered(): string[] {
    return [...this.#rendered.keys()]
  }

  /** All pages and endpoints by now; of fresh ones their identity is known. */
  files(): OutputFile[] {
    return [
      ...Object.entries(this.#fresh).map(([file, { identity }]) => ({ file, identity })),
      ...this.rendered().map((file) => ({ file })),
    ]
  }

  /**
   * What the next build may use of an output, which is left with such pictures alone as its pages name.
   * @param recordOf of a rendered file that was read already; others are read
   * @param isNamed whether a picture is named by a file that may not be known for it: an item of feeds is rendered once,
   * in one of them
   */
  sealed(
    recordOf: (file: string) => FileRecord | undefined = () => undefined,
    isNamed: (picture: string) => boolean = () => false,
  ): Pick<BuildManifest, 'pages' | 'pictures'> {
    const dist = join(this.#folder, 'dist')
    const pages: Record<string, Page> = { ...this.#fresh }
    for (const [file, key] of this.#keys) {
      const images = this.#rendered.get(file)
      const record = recordOf(file) ?? recordFile(join(dist, file))
      if (images && record) pages[file] = { ...record, key, ...images }
    }
    const pictures = this.#sealedPictures(isNamed)
    // Astro takes away what it has scaled from in this build; of what the program imports the bundler has written all.
    const used = [...Object.values(this.#fresh), ...this.#rendered.values()]
    const unscaled = new Set(used.flatMap((page) => page.unscaled))
    const scaled = Object.values(pictures).filter(({ source }) => !unscaled.has(source))
    for (const original of new Set(scaled.map(({ original }) => original)))
      rmSync(join(dist, original), { force: true })
    return { pages, pictures }
  }

  #sealedPictures(isNamed: (picture: string) => boolean): Record<string, Picture> {
    const pictures: Record<string, Picture> = Object.fromEntries(
      Object.entries(this.#before.pictures).filter(([file]) => isNamed(file)),
    )
    // Of the fresh pages, they are as they were when the build began.
    for (const file of new Set(Object.values(this.#fresh).flatMap((page) => page.pictures))) {
      const picture = this.#before.pictures[file]
      if (picture) pictures[file] = picture
    }
    for (const file of new Set([...this.#rendered.values()].flatMap((page) => page.pictures))) {
      const before = this.#before.pictures[file]
      const picture = this.#pictures.get(file) ?? before
      // One that is new lies there twice.
      this.putPicture(file)
      const record = recordFile(join(this.#folder, 'dist', file), before)
      if (picture && record) pictures[file] = { ...picture, ...record }
    }
    return pictures
  }
}
