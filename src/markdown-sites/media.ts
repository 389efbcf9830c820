import type { SiteKind } from './kind.ts'

/** No pages, and nothing that a server would have run. */
const NO_MEDIA = /\.(html?|md|mdx|markdown|php|xml)$/i

/** Where the files of a Markdown site lie, and where it served them. */
export class MediaFolder {
  private readonly kind: SiteKind
  private readonly basePath: string
  private readonly hosts: ReadonlySet<string>

  constructor(kind: SiteKind, basePath: string, addresses: readonly string[]) {
    this.kind = kind
    this.basePath = basePath
    this.hosts = new Set(addresses.flatMap((address) => URL.parse(address)?.hostname ?? []))
  }

  /** See `OldSystem.mediaPaths`. */
  pathsOf(address: string): string[] {
    const url = URL.parse(address, 'http://old.invalid')
    if (!url || !(url.hostname === 'old.invalid' || this.hosts.has(url.hostname))) return []
    const path = decoded(url.pathname).replace(/^\/+/, '')
    if (!/\.[a-z\d]{2,5}$/i.test(path) || NO_MEDIA.test(path) || path.split('/').includes('..')) return []
    const base = this.basePath.slice(1)
    const within = base && path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path
    return [...new Set([...this.kind.served.map((folder) => folder + within), within, path])]
  }

  /** See `OldSystem.servedAt`. */
  servedAt(path: string): string {
    const folder = [...this.kind.served, 'content/'].find((served) => path.startsWith(served)) ?? ''
    return path.slice(folder.length)
  }
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
