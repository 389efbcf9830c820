/** The columns of an export of views, each by its place. */
export interface Columns {
  path: number
  /** Absent, each row is one view. */
  views?: number | undefined
  /** Absent, all rows are of a date that is given. */
  date?: number | undefined
  userAgent?: number | undefined
  /** Not 0 for a robot. */
  bot?: number | undefined
}

/** What the columns are called, where nobody says so. */
export interface ColumnNames {
  path?: string | undefined
  views?: string | undefined
  date?: string | undefined
}

/** Headers of GoatCounter's, Plausible's, Umami's, Matomo's and GA4's exports, the better before the worse. */
const HEADERS = {
  path: [
    'path',
    '2path',
    'page path',
    'page path and screen class',
    'page path + query string',
    'pagepath',
    'page',
    'page url',
    'pageurl',
    'page_url',
    'url_path',
    'url',
    'name',
    'label',
  ],
  views: [
    'pageviews',
    'page views',
    'views',
    'screenpageviews',
    'nb_hits',
    'hits',
    'count',
    'visits',
    'nb_visits',
  ],
  date: [
    'date + hour (yyyymmddhh)',
    'date hour (yyyymmddhh)',
    'datehour',
    'date',
    'day',
    'hour',
    'time',
    'timestamp',
    'created_at',
  ],
  userAgent: ['user agent', 'useragent', 'user_agent'],
  bot: ['bot'],
}

/** Undefined for a header in which there is no path, or neither views nor dates. */
export function findColumns(header: readonly string[], named: ColumnNames = {}): Columns | undefined {
  const headers = header.map((name) => name.trim().toLowerCase())
  const place = (names: readonly string[]) => {
    const found = names.map((name) => headers.indexOf(name)).find((at) => at >= 0)
    return found
  }
  const named_ = (kind: 'path' | 'views' | 'date') =>
    place(named[kind] === undefined ? HEADERS[kind] : [named[kind].toLowerCase()])
  const path = named_('path')
  const [views, date] = [named_('views'), named_('date')]
  if (path === undefined || (views === undefined && date === undefined)) return undefined
  return { path, views, date, userAgent: place(HEADERS.userAgent), bot: place(HEADERS.bot) }
}
