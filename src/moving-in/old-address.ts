import type { OldSystem } from './old-system.ts'

/** An address of the old site: its path as the new site's authors write paths, or `/?p=19`. */
export type OldPath = string

/** The old site's addresses, as the new site can have them. */
export class OldSite {
  private readonly hosts: Set<string>
  private readonly front: string
  private readonly newBase: string
  private readonly ownPath: OldSystem['pathOf']

  /**
   * `addresses` are those that the export names as the site's; the last, `newUrl`, is the new one's,
   * whose addresses are taken for the old ones too, as an outlet that moves keeps its name.
   */
  constructor(addresses: readonly string[], newUrl: string, ownPath: OldSystem['pathOf']) {
    const urls = addresses.flatMap((address) => URL.parse(address) ?? [])
    const { hostname, pathname } = new URL(newUrl)
    this.hosts = new Set([...urls, { hostname }].map((url) => bare(url.hostname)))
    this.front = urls[0]?.pathname.replace(/\/*$/, '/') ?? '/'
    this.newBase = pathname
    this.ownPath = ownPath
  }

  /** The path of an address that belongs to the old site; undefined for any other. */
  pathOf(address: string): OldPath | undefined {
    const isRelative = address.startsWith('/') && !/^\/\/[^/]+\.[^/]/.test(address)
    const url = isRelative
      ? URL.parse(address.replace(/^\/+/, '/'), 'http://old.invalid')
      : URL.parse(address, 'http://old.invalid')
    if (!url || (!isRelative && !this.hosts.has(bare(url.hostname)))) return undefined
    if (!/^https?:$/.test(url.protocol)) return undefined
    const path = this.ownPath(url).replace(/\/{2,}/g, '/')
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
