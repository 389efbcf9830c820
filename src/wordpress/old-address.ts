/** Queries by which WordPress finds a post, page or attachment wherever it lies. */
const BY_ID = new Set(['p', 'page_id', 'attachment_id'])

/** An address of the old site: its path as the new site's authors write paths, or `/?p=19`. */
export type OldPath = string

/** The old site's addresses, as the new site can have them. */
export class OldSite {
  private readonly hosts: Set<string>
  private readonly front: string
  private readonly newBase: string

  /** `addresses` are those that the export names as the site's, `newBase` the path in the new one's, with a slash at its end. */
  constructor(addresses: readonly string[], newBase: string) {
    const urls = addresses.flatMap((address) => URL.parse(address) ?? [])
    this.hosts = new Set(urls.map(({ hostname }) => bare(hostname)))
    this.front = urls[0]?.pathname.replace(/\/*$/, '/') ?? '/'
    this.newBase = newBase
  }

  /** The path of an address that belongs to the old site; undefined for any other. */
  pathOf(address: string): OldPath | undefined {
    const isRelative = /^\/(?!\/)/.test(address)
    const url = isRelative ? URL.parse(address, 'http://old.invalid') : URL.parse(address)
    if (!url || (!isRelative && !this.hosts.has(bare(url.hostname)))) return undefined
    if (!/^https?:$/.test(url.protocol)) return undefined
    for (const [key, value] of url.searchParams) {
      if (BY_ID.has(key)) return addressById(value)
    }
    if (`${url.pathname}/`.startsWith(this.front) && url.pathname.length <= this.front.length) return '/'
    return url.pathname.startsWith(this.newBase) ? url.pathname.slice(this.newBase.length - 1) : url.pathname
  }
}

/** The address by number at which WordPress has a post, a page or an attachment: it counts them together. */
export function addressById(id: string): OldPath | undefined {
  return /^[1-9]\d{0,14}$/.test(id) ? `/?p=${id}` : undefined
}

function bare(host: string): string {
  return host.replace(/^www\./, '')
}
