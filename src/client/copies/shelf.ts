import { fetchFile } from './fetch-file.ts'
import { type Copy, type CopyKind, readCopy, writeCopy } from './copy.ts'
import { cacheName, type Outlet } from './outlet.ts'
import { furtherScripts } from './script-files.ts'
import type { SlimPage } from './slim-page.ts'

/** Files of such names never change. */
const HASHED = /\/_astro\//

/** A stored page or file, out of the cache. */
export type Held = [path: string, stored: Response]

/** The copies of an outlet's pages on this device, in one cache, with what they need. */
export class Shelf {
  private constructor(private readonly cache: Cache) {}

  static async open(outlet: Outlet): Promise<Shelf> {
    return new Shelf(await caches.open(cacheName(outlet)))
  }

  find(path: string): Promise<Response | undefined> {
    return this.cache.match(path)
  }

  /**
   * Stores a page with all that it needs, the page last. A picture that can't be had is left out.
   * @throws Unreachable when it needs another file that can't be had
   * @throws DOMException when the browser has no room left
   */
  async put(path: string, kind: CopyKind, page: SlimPage, answer: Response): Promise<void> {
    const files: string[] = []
    for (const file of page.files) {
      const isVital = /\.(?:css|js)$/.test(file)
      if (await this.store(file).catch((error) => tolerate(error, isVital))) files.push(file)
    }
    const scripts = await furtherScripts(files, async (file) => {
      await this.store(file)
      return (await this.cache.match(file))?.text() ?? ''
    })
    for (const script of scripts) await this.store(script)
    const [etag, modified] = [answer.headers.get('ETag'), answer.headers.get('Last-Modified')]
    const copy: Copy = { kind, etag, modified, files: [...files, ...scripts] }
    await this.cache.put(path, writeCopy(page.html, copy))
  }

  /** Whether a copy has all files that it needs. */
  async isWhole({ files }: Copy): Promise<boolean> {
    const found = await Promise.all(files.map((file) => this.cache.match(file)))
    return found.every(Boolean)
  }

  /** The copies that are there, by path. */
  async copies(): Promise<Map<string, Copy>> {
    const found = new Map<string, Copy>()
    for (const { url } of await this.cache.keys()) {
      const path = pathOf(url)
      const stored = await this.cache.match(path)
      const copy = stored && readCopy(stored)
      if (copy) found.set(path, copy)
    }
    return found
  }

  /** Bytes of each stored page and file, by path. */
  async sizes(): Promise<Map<string, number>> {
    const sizes = new Map<string, number>()
    for (const { url } of await this.cache.keys()) {
      const body = await (await this.cache.match(url))?.blob()
      sizes.set(pathOf(url), body?.size ?? 0)
    }
    return sizes
  }

  /** Takes all out that no article of these paths needs; pages of lists stay with the last of them. */
  async keepOnly(paths: ReadonlySet<string>): Promise<Held[]> {
    const copies = [...(await this.copies())].filter(([path, { kind }]) =>
      kind === 'list' ? paths.size > 0 : paths.has(path),
    )
    const needed = new Set(copies.flatMap(([path, { files }]) => [path, ...files]))
    const held: Held[] = []
    for (const { url } of await this.cache.keys()) {
      const path = pathOf(url)
      const stored = needed.has(path) ? undefined : await this.cache.match(path)
      if (!stored) continue
      held.push([path, new Response(await stored.blob(), { headers: stored.headers })])
      await this.cache.delete(path)
    }
    return held
  }

  async putBack(held: readonly Held[]): Promise<void> {
    for (const [path, stored] of held) await this.cache.put(path, stored.clone())
  }

  private async store(file: string): Promise<true> {
    const known = HASHED.test(file) ? await this.cache.match(file) : undefined
    if (!known) await this.cache.put(file, await fetchFile(file))
    return true
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

function tolerate(error: unknown, isVital: boolean): false {
  if (isVital || (error as Error).name === 'QuotaExceededError') throw error
  return false
}
