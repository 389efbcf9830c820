import { oldListAt } from '#domain/old-lists.ts'
import type { NewsroomState } from './known-entries.ts'
import type { Plan } from './plan.ts'
import { withoutRefused } from './plain-text.ts'
import type { Survey } from './survey.ts'

/** An address as it is to stand in the newsroom, or why nothing is to stand there. */
export type Resolved = { href: string } | { fault: 'deadLinks' | 'mistyped' }

const MISTYPED: Resolved = { fault: 'mistyped' }

/**
 * Resolves addresses of a text that stood at `permalink`: those of the old site
 * lead to where the same is now, those of other sites stay.
 */
export function linkResolver(
  { site, options, months }: Survey,
  { newPath, targets }: Plan,
  { addressOf }: Pick<NewsroomState, 'addressOf'>,
  permalink: string,
): (address: string) => Resolved {
  const base = URL.parse(permalink, options.url)?.href ?? options.url
  const targetOf = (path: string): string | undefined => {
    if (path === '/') return '/'
    const [bare = '', query] = path.split('?')
    const withSlash = query !== undefined || path.endsWith('/') ? path : `${path}/`
    const known = newPath.get(path) ?? newPath.get(withSlash) ?? targets.get(addressOf(path))?.path
    // Of most pages a query says nothing; of WordPress's numbers it says all.
    if (known === undefined && query !== undefined && !path.startsWith('/?p=')) return targetOf(bare)
    return known ?? targetOfList(withSlash)
  }
  const targetOfList = (path: string): string | undefined => {
    const list = oldListAt(path)
    switch (list?.kind) {
      case 'feed':
        return '/rss.xml'
      case 'month':
      case 'year': {
        const key = list.kind === 'month' ? list.month : list.year
        return months.has(key) ? `/archive/${key.replace('-', '/')}/` : undefined
      }
      case 'view':
        return targetOf(list.of)
      default:
        return undefined
    }
  }
  return (address) => {
    const typed = withoutRefused(address)
      .replace(/[\t\n\r]/g, '')
      .trim()
    if (typed === '' || /["“”„«»]/.test(typed)) return MISTYPED
    if (typed.startsWith('#')) return { href: typed }
    if (/^(mailto|tel):\s*[^\s]/i.test(typed)) return { href: typed.replace(/\s/g, '') }
    const url = URL.parse(typed, base)
    if (!url || !isOnTheWeb(url)) return MISTYPED
    const path = site.pathOf(url.href)
    if (path === undefined) return { href: (isWhole(typed) ? typed : url.href).replace(/\s/g, '%20') }
    const target = targetOf(path)
    return target === undefined ? { fault: 'deadLinks' } : { href: target + url.hash }
  }
}

function isWhole(address: string): boolean {
  return /^https?:\/\//i.test(address)
}

/** Whether its scheme is one of the web's and its host can be one: `http://…` has none, and `http://http://a.example` another. */
function isOnTheWeb({ protocol, hostname }: URL): boolean {
  const labels = hostname.replace(/\.$/, '').split('.')
  return (
    /^https?:$/.test(protocol) && (hostname.startsWith('[') || (labels.length > 1 && labels.every(Boolean)))
  )
}
