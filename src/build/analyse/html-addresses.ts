type Attributes = Record<string, string>

const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data'])
const CANDIDATES = new Set(['srcset', 'imagesrcset'])
/** https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute: an address neither starts nor ends with a comma. */
const CANDIDATE = /([^\s,]\S*[^\s,]|[^\s,])(?:\s[^,]*)?(?:,|$)/g
const REFRESH = /^\s*\d+\s*;\s*url=(.+)$/i
const ABSOLUTE = /^https?:\/\/\S+$/

/** Every address that an element makes a browser or a machine go to, as it is written. */
export function addressesOf(tag: string, attributes: Attributes): string[] {
  const found: string[] = []
  for (const [name, value] of Object.entries(attributes)) {
    if (ADDRESSES.has(name)) found.push(value)
    else if (CANDIDATES.has(name))
      for (const [, address] of value.matchAll(CANDIDATE)) if (address) found.push(address)
  }
  return tag === 'meta' ? [...found, ...metaAddress(attributes)] : found
}

/** Where a page sends its reader on, or undefined. */
export function refreshOf(tag: string, attributes: Attributes): string | undefined {
  if (tag !== 'meta' || attributes['http-equiv']?.toLowerCase() !== 'refresh') return undefined
  return REFRESH.exec(attributes.content ?? '')?.[1]
}

function metaAddress(attributes: Attributes): string[] {
  const content = attributes.content ?? ''
  const refresh = refreshOf('meta', attributes)
  if (refresh !== undefined) return [refresh]
  return ABSOLUTE.test(content) ? [content] : []
}
