import { ownCopy } from '#build/own-copy.ts'

/** Takes an address as it stands in a file; undefined where it leads to another site, `null` where it is no address. */
export type OwnAddress = (written: string, on: string) => string | undefined | null

/**
 * Reads addresses as browsers do. The result is the path from the host's root,
 * with the anchor; a path of this host outside the site's base is the site's
 * own where it is written without a host, as that can only be a mistake.
 * @param site with a slash at its end
 */
export function ownAddresses(site: string): OwnAddress {
  const { origin, pathname: base } = new URL(site)
  const known = new Map<string, ReturnType<OwnAddress>>()
  const read = (written: string, on: string) => {
    const url = URL.parse(written, origin + on)
    if (!url) return null
    if (url.origin !== origin) return undefined
    if (!url.pathname.startsWith(base) && /^[a-z][a-z\d+.-]*:/i.test(written)) return undefined
    return url.pathname + url.hash
  }
  return (written, on) => {
    // Most are the chrome's, the same from every page.
    if (!written.startsWith('/')) return read(written, on)
    if (!known.has(written)) known.set(ownCopy(written), read(written, on))
    return known.get(written)
  }
}
