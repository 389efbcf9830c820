/** An old address that a program answered by its query, as `/index.php?option=com_content&id=7`. */
export interface QueryAlias {
  /** `/index.php`, or `/` for the front page. */
  path: string
  /** Names and values, in their order, as they are written. */
  query: [name: string, value: string][]
}

/** What every server's rules can name and compare; no value begins as a placeholder of Netlify's. */
const PAIR = /^(\w+)=([\w.~+@/,%-][\w.~+:@/,%-]*)$/
/** Queries that the front page answers by itself; `/?p=19` has rules of its own. */
const ANSWERED = new Set(['p', 'page_id', 'attachment_id', 's', 'feed'])

/** The parts of such an address; undefined for any other, and for a query of signs that a server's rules cannot hold. */
export function queryInAlias(alias: string): QueryAlias | undefined {
  const [path = '', written, ...more] = alias.split('?')
  if (!path.startsWith('/') || written === undefined || more.length > 0) return undefined
  const query = written.split('&').map((pair) => PAIR.exec(pair)?.slice(1))
  if (!query.every(isPair)) return undefined
  const names = new Set(query.map(([name]) => name.toLowerCase()))
  if (names.size < query.length || (path === '/' && query.some(([name]) => ANSWERED.has(name))))
    return undefined
  return query.every(([, value]) => isDecodable(value)) ? { path, query } : undefined
}

/** Whether an alias needs a query, so that no file can stand for it. */
export function hasQuery(alias: string): boolean {
  return alias.includes('?')
}

function isPair(pair: string[] | undefined): pair is [string, string] {
  return pair?.length === 2
}

function isDecodable(value: string): boolean {
  try {
    return !/[\p{C}\s]/u.test(decodeURIComponent(value))
  } catch {
    return false
  }
}
