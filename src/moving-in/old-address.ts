import type { OldSystem } from './old-system.ts'

/** An address of the old site: its path as the new site's authors write paths, or `/?p=19`. */
export type OldPath = string

/** The old site's addresses, as the new site can have them. */
export class OldSite {
  private readonly hosts: Set<string>
  private readonly front: string
  private readonly newBase: string
  private readonly ownPath: OldSystem['pathOf']

  /** `addresses` are those that the export names as the site's, `newBase` the path in the new one's, with a slash at its end. */
  constructor(addresses: readonly string[], newBase: string, ownPath: OldSystem['pathOf']) {
    const urls = addresses.flatMap((address) => URL.parse(address) ?? [])
    this.hosts = new Set(urls.map(({ hostname }) => bare(hostname)))
    this.front = urls[0]?.pathname.replace(/\/*$/, '/') ?? '/'
    this.newBase = newBase
    this.ownPath = ownPath
  }

  /** The path of an address that belongs to the old site; undefined for any other. */
  pathOf(address: string): OldPath | undefined {
    const isRelative = /^\/(?!\/)/.test(address)
    const url = isRelative ? URL.parse(address, 'http://old.invalid') : URL.parse(address)
    if (!url || (!isRelative && !this.hosts.has(bare(url.hostname)))) return undefined
    if (!/^https?:$/.test(url.protocol)) return undefined
    const path = this.ownPath(url)
    if (path.startsWith('/?')) return path
    if (`${path}/`.startsWith(this.front) && path.length <= this.front.length) return '/'
    return path.startsWith(this.newBase) ? path.slice(this.newBase.length - 1) : path
  }

  /** Those of `addresses` that are the old site's and not its front page, each once. */
  pathsOf(addresses: readonly string[]): OldPath[] {
    const paths = addresses.map((address) => this.pathOf(address))
    return [...new Set(paths.filter((path) => path !== undefined && path !== '/'))] as OldPath[]
  }
}

function bare(host: string): string {
  return host.replace(/^www\./, '')
}
