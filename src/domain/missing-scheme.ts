import { nearest } from './nearest.ts'

/** Endings of files that could as well be of hosts; a name with one of them is a file's. */
const FILES =
  /\.(avif|bmp|csv|docx?|epub|gif|gz|heic|html?|ico|jpe?g|json|md|mov|mp[34]|odp|ods|odt|ogg|pages|pdf|php|png|pptx?|rtf|svg|tiff?|tsv|txt|wav|webm|webp|xlsx?|xml|ya?ml|zip)$/i
const SCHEMES = ['http', 'https', 'mailto', 'tel']
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?'
const HOST = new RegExp(`^(?:${LABEL}\\.)+\\p{L}{2,}$`, 'u')

/**
 * An address with the scheme that its author has left out or mistyped, as
 * `https://kompas.example/` for `kompas.example/`; undefined where that is not plain.
 */
export function withScheme(written: string): string | undefined {
  const text = written.trim()
  if (/^[^\s@/:?#]+@[^\s@/:?#]+\.\p{L}{2,}(\?.*)?$/u.test(text)) return `mailto:${text}`
  if (/^(\+\d|0\d)[\d().\s/-]{5,}$/.test(text)) return `tel:${text.replace(/[^\d+]/g, '')}`
  const [, scheme = '', mark = '', rest = ''] = /^([a-z]+)([:;]?\/\/|:\/?(?!\/))(.*)$/is.exec(text) ?? []
  // Of a host with a port the name before the colon is no scheme: it holds a dot.
  const meant = scheme && SCHEMES.find((known) => known === (nearest(scheme.toLowerCase(), SCHEMES) ?? ''))
  if (meant?.startsWith('http') && isHost(rest) && (scheme.toLowerCase() !== meant || mark !== '://'))
    return `${meant}://${rest}`
  return isHost(text) ? `https://${text}` : undefined
}

function isHost(text: string): boolean {
  const [, host = '', , rest = ''] = /^([^\s/?#:@]+)(:\d+)?([/?#].*)?$/s.exec(text) ?? []
  return HOST.test(host) && (/^www\./i.test(host) || rest.startsWith('/') || !FILES.test(host))
}

/**
 * What a schema says of a text that is no address.
 * @param schemes those that it takes
 */
export function addressFault(fault: string, schemes: readonly string[] = ['http', 'https']) {
  return ({ input }: { input?: unknown }): string => {
    const better = typeof input === 'string' ? withScheme(input) : undefined
    const isTaken = better !== undefined && schemes.includes(better.split(':', 1)[0] ?? '')
    return isTaken ? `${fault}: write "${better}"` : fault
  }
}
