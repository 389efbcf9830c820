import type { Links } from './links.ts'
import type { Moved, MovedList } from './moved.ts'
import { numberInAlias } from './numbered-alias.ts'
import { hasQuery } from './query-alias.ts'

/** What an old system made by itself: the feed of all, a month, a year, or another view of a page. */
export type OldList =
  | { kind: 'feed' }
  | { kind: 'month'; month: string }
  | { kind: 'year'; year: string }
  | { kind: 'view'; of: string }

const FEEDS = ['/feed/', '/feed/atom/', '/feed/rss/', '/feed/rss2/', '/feed/rdf/', '/comments/feed/'] as const
const SITEMAPS = ['/sitemap.xml', '/sitemap_index.xml', '/wp-sitemap.xml'] as const
/** Below a page's address: its feed, its version for phones, its frame for other sites, a later page of its list. */
const VIEW = /^(\/.+\/)(?:feed|amp|embed|trackback|page\/\d+)\/(?:(?:atom|rss2?|rdf)\/)?$/

/** What was at a path of the old site, with a slash at its end; undefined for what it did not make by itself. */
export function oldListAt(path: string): OldList | undefined {
  if ((FEEDS as readonly string[]).includes(path)) return { kind: 'feed' }
  const [, year, month] = /^\/((?:19|20)\d{2})\/(?:(0[1-9]|1[0-2])\/)?$/.exec(path) ?? []
  if (year !== undefined) return month ? { kind: 'month', month: `${year}-${month}` } : { kind: 'year', year }
  const of = VIEW.exec(path)?.[1]
  return of === undefined ? undefined : { kind: 'view', of }
}

/** Whether old addresses are those of a system with months and feeds at its root, as WordPress has them. */
function haveLists(moved: readonly Moved[]): boolean {
  return moved.some(({ from }) => numberInAlias(from) !== undefined || /^\/(19|20)\d{2}\/\d{2}\//.test(from))
}

/**
 * Months, years and feeds of the old site, and where they lead; none for an
 * outlet that comes from no such system. `taken` are the names at the root that
 * pages and categories have.
 */
export function movedLists(
  moved: readonly Moved[],
  { months, taken }: { months: readonly string[]; taken: ReadonlySet<string> },
  links: Links,
): Moved[] {
  if (!haveLists(moved)) return []
  const years = [...new Set(months.map((month) => month.slice(0, 4)))]
  const lists = [
    ...months.map((month) => ({
      from: `/${month.replace('-', '/')}/`,
      to: links.month(month),
      title: month,
    })),
    ...years.map((year) => ({ from: `/${year}/`, to: links.year(year), title: year })),
    ...FEEDS.map((from) => ({ from, to: links.feed(links.front()), title: 'RSS' })),
  ]
  const known = new Set(moved.map(({ from }) => from.replace(/\/?$/, '/')))
  return lists.filter(({ from }) => !known.has(from) && !taken.has(from.split('/')[1] ?? ''))
}

/**
 * Addresses that no file can stand for, and that a server's rules send on: site
 * maps, and the feeds and other views of what had an address.
 */
export function movedViews(moved: readonly (Moved | MovedList)[], links: Links): Moved[] {
  if (!haveLists(moved)) return []
  const known = new Set(moved.map(({ from }) => from))
  const views = moved
    .filter(({ from }) => from.endsWith('/') && !hasQuery(from) && oldListAt(from) === undefined)
    .flatMap((old) =>
      ['feed', 'amp'].map((view) => {
        const isFeed = view === 'feed' && 'kind' in old && old.kind === 'category'
        return { ...old, from: `${old.from}${view}/`, to: isFeed ? links.feed(old.to) : old.to }
      }),
    )
  const sitemaps = SITEMAPS.map((from) => ({ from, to: links.sitemap(), title: 'Sitemap' }))
  return [...sitemaps, ...views].filter(({ from }) => !known.has(from))
}
