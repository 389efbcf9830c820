/** What a page of the site says of the article that was saved from its address. */
export type Verdict =
  | { is: 'article' }
  /** The page tells that the outlet has taken the article back. */
  | { is: 'withdrawn' }
  | { is: 'moved'; to: string }
  /** Nothing: a login, a network's own page, a notice of the host. */
  | { is: 'other' }

/**
 * @param path of the page that has answered, from the host's root
 * @param base root of the site
 */
export function judgePage(page: Document, path: string, base: string): Verdict {
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href')
  if (!canonical || !URL.canParse(canonical)) return { is: 'other' }
  // The host may differ: a mirror, a preview.
  const own = new URL(canonical).pathname
  if (own !== path) return own.startsWith(base) ? { is: 'moved', to: own } : { is: 'other' }
  if (page.querySelector('save-button')) return { is: 'article' }
  return { is: page.querySelector('[data-withdrawn]') ? 'withdrawn' : 'other' }
}
