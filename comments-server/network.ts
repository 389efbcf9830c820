import type { IncomingMessage } from 'node:http'
import { isIP, isIPv4 } from 'node:net'

/** Whence a request comes: as the web server before us tells it, in the last place, or the connection's own. */
export function networkOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return network(forwarded && isIP(forwarded) ? forwarded : (socket.remoteAddress ?? ''))
}

/**
 * What counts as one visitor: an address of IPv4, and the first 64 bits of one of IPv6, as whoever has one of those
 * has all of them. Anything else stays as it is.
 */
export function network(address: string): string {
  const plain = address.replace(/%.*$/, '')
  if (isIP(plain) !== 6) return address
  const groups = groupsOf(plain)
  if (/^(0:){5}ffff:/.test(groups.join(':'))) return dotted(groups.slice(6))
  return `${groups.slice(0, 4).join(':')}::`
}

/** The eight numbers of an address of IPv6, in hexadecimal digits. */
function groupsOf(address: string): string[] {
  // The URL parser writes an IPv4 address at the end as numbers, and all in its shortest form.
  const [head = [], tail = []] = new URL(`http://[${address}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''))
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
}

function dotted(groups: string[]): string {
  const address = groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 255])
    .join('.')
  return isIPv4(address) ? address : ''
}
