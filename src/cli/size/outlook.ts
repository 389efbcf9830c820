import type { HostLimits } from '#domain/host.ts'

/** What a site has of that which hosts limit. */
export interface SiteTotals {
  files: number
  bytes: number
  articles: number
}

/** How far a site is from what its host takes. */
export interface Outlook {
  /** Which limit is met first. */
  limit: 'files' | 'bytes'
  most: number
  now: number
  /** Days from now; undefined where no article has come lately. 0 where it is met. */
  days: number | undefined
}

/**
 * The limit that is met first, and when: each new article adds as many files and bytes as the articles have by now on
 * average, their share of lists and feeds among them.
 * @param pace articles a day
 * @returns undefined for a host without such limits
 */
export function outlookOf(site: SiteTotals, host: HostLimits, pace: number): Outlook | undefined {
  const limits = (['files', 'bytes'] as const).flatMap((limit) => {
    const most = host[limit]
    return most === undefined ? [] : [{ limit, most, now: site[limit] }]
  })
  const [nearest] = limits.sort((a, b) => b.now / b.most - a.now / a.most)
  if (!nearest) return undefined
  const perDay = site.articles > 0 ? (nearest.now / site.articles) * pace : 0
  const left = Math.max(0, nearest.most - nearest.now)
  return { ...nearest, days: left === 0 ? 0 : perDay > 0 ? Math.floor(left / perDay) : undefined }
}
