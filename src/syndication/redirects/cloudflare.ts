import type { RedirectRules } from './rules.ts'

/** Rules that Cloudflare Pages takes from a file; the rest it passes over. */
export const MOST_CLOUDFLARE_RULES = 2000

/** The same of rules for all below a folder. */
export const MOST_CLOUDFLARE_FOLDERS = 100

/** The `_redirects` of Cloudflare Pages, which knows no queries: the front page's script sends WordPress's numbers on, and nothing the others. */
export function writeCloudflare({ paths, folders }: RedirectRules): string {
  const rules = [
    ...paths.map(({ from, to }) => `${from} ${to} 301\n`),
    ...folders.map(({ from, to }) => `${from}* ${to}:splat 301\n`),
  ]
  return `# Old addresses and where they lead. The file must be in the published folder as _redirects.
# Addresses such as /?p=19 cannot stand here: the front page's script sends them on.
${rules.join('')}`
}
