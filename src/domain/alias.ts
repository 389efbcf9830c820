import { fitsFileName } from './file-name.ts'
import { numberInAlias } from './numbered-alias.ts'
import { hasQuery, queryInAlias } from './query-alias.ts'
import { faultOfLine, type TextFault } from './written-text.ts'

const LONGEST = 1000
/** Of a site's own folders, the one that may begin with a dot. */
const WELL_KNOWN = '.well-known'
/** What would be read as another address, or be decoded once more. */
const UNFIT = /[\\/?#%]/

/** Why a text cannot stand among the old addresses of an article, a page or a category; undefined for one that can. */
export function faultOfAlias(path: string): TextFault | undefined {
  if (numberInAlias(path) !== undefined) return undefined
  if (hasQuery(path)) return faultOfQuery(path)
  if (!/^\/(?!\/)[^\s?#\\]*$/.test(path))
    return 'must be a path such as /2024/old-title/, without #, or with a query such as /?p=19 and /index.php?id=7'
  if (path.length > LONGEST) return `must have at most ${LONGEST} characters`
  const segments = decoded(path.slice(1).replace(/\/$/, ''))?.split('/')
  if (!segments || segments.some((segment) => ['', '.', '..'].includes(segment)))
    return 'must be a path below the front page'
  for (const [i, segment] of segments.entries()) {
    const fault = faultOfSegment(segment, i === 0)
    if (fault) return fault
  }
  return undefined
}

function faultOfQuery(alias: string): TextFault | undefined {
  if (alias.length > LONGEST) return `must have at most ${LONGEST} characters`
  const path = queryInAlias(alias)?.path
  if (path === undefined)
    return 'must have a query of names and values such as ?option=read&id=7, each name once and of letters and digits'
  return path === '/' ? undefined : faultOfAlias(path)
}

/** Whether a text can stand among them. */
export function isAlias(path: string): boolean {
  return faultOfAlias(path) === undefined
}

function faultOfSegment(segment: string, isFirst: boolean): TextFault | undefined {
  if (segment.startsWith('.') && !(isFirst && segment === WELL_KNOWN))
    return 'must not lead into a folder whose name begins with a dot'
  if (UNFIT.test(segment) || segment.trim() !== segment)
    return 'must not have a code such as %2F, %5C or %25 in it, or one for a blank beside a slash'
  if (!fitsFileName(segment)) return 'must not have so long a part: no file can have that name'
  return faultOfLine(segment)
}

/** With `%20` and the like read; undefined for codes of no letters. A slash within a part stays a code, and so a fault. */
function decoded(path: string): string | undefined {
  try {
    return path
      .split('/')
      .map((part) => decodeURIComponent(part).replaceAll('/', '%2F'))
      .join('/')
  } catch {
    return undefined
  }
}
