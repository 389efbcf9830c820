/** A repository on a server of git, by what its address says. */
export interface HostedRepository {
  /** Of its web pages and its API: `https://codeberg.org`. */
  origin: string
  /** `owner/name`; of GitLab's groups, more of them. */
  path: string
}

/** What git takes as another kind of remote than an address: `ext::`, whatever it runs. */
const HELPER = /^[\w+.-]+::/
const SCHEMES = ['https:', 'http:', 'ssh:', 'git:', 'file:']

/** Why an address cannot be taken, as the end of a sentence that begins with what names it; undefined where it can. */
export function repositoryFault(address: string): string | undefined {
  if (address.startsWith('-') || HELPER.test(address) || /[\s\p{Cc}]/u.test(address))
    return 'must be the address or the folder of a git repository.'
  const url = URL.parse(address)
  if (!url || !address.includes('://')) return undefined
  if (!SCHEMES.includes(url.protocol))
    return `must begin with one of ${SCHEMES.map((scheme) => `${scheme}//`).join(', ')}, or be a folder.`
  if (url.password || (url.username && /^https?:$/.test(url.protocol)))
    return 'holds a user or a password, which every list of processes would show. Put a token into PUBLISHER_FORGE_TOKEN.'
  return undefined
}

/** Where a repository's web pages are; undefined for a folder, or an address of which nobody can say so. */
export function hostedRepository(address: string): HostedRepository | undefined {
  const [, host, scpPath] = /^(?:[\w.-]+@)([\w.-]+):(?!\/\/)(.+)$/.exec(address) ?? []
  const url = address.includes('://') ? URL.parse(address) : undefined
  if (url && !['https:', 'http:', 'ssh:'].includes(url.protocol)) return undefined
  const path = (scpPath ?? url?.pathname ?? '').replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')
  if (!/^[^/]+(\/[^/]+)+$/.test(path)) return undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:')
    return { origin: url.origin, path: decodeURIComponent(path) }
  // The port of ssh is not that of the web.
  const name = host ?? url?.hostname
  return name ? { origin: `https://${name}`, path } : undefined
}
