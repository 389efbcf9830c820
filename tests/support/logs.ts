import { Buffer } from 'node:buffer'
import { addLogs, type LogReport } from '../../src/cli/readership/add-logs.ts'
import { ArticleAddresses } from '../../src/cli/readership/article-addresses.ts'
import type { Readership } from '#domain/readership.ts'
import { parseSource, type Source } from '#desk/source.ts'
import { siteWith } from './newsroom.ts'

export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'

export interface LoggedRequest {
  client?: string
  /** ISO 8601 */
  at?: string
  method?: string
  target?: string
  status?: number
  agent?: string
  /** After the user agent, as it stands in the log. */
  more?: string
}

/** A line of the combined format; a view of /politics/a/, different in what is given. */
export function combinedLine({
  client = '203.0.113.7',
  at = '2025-07-05T03:20:00Z',
  method = 'GET',
  target = '/politics/a/',
  status = 200,
  agent = BROWSER,
  more = '',
}: LoggedRequest = {}): string {
  const [, month] = new Date(at).toUTCString().split(' ').slice(1)
  const [year, , day] = at.slice(0, 10).split('-')
  const time = new Date(at).toISOString().slice(11, 19)
  return `${client} - - [${day}/${month}/${year}:${time} +0000] "${method} ${target} HTTP/2.0" ${status} 512 "-" "${agent}"${more}`
}

/** Articles a, b, c and d of politics, `a` with two old addresses. */
const CATEGORY = parseSource(Buffer.from('aliases: [/politik/]'), 'politics.yml', 'politics') as Source
const ARTICLES: Source[] = ['a', 'b', 'c', 'd'].map((slug) => {
  const aliases = slug === 'a' ? 'aliases: [/old/a/, /a.html]\n' : ''
  const file = `articles/${slug}.md`
  const source = parseSource(Buffer.from(`---\ncategory: politics\n${aliases}---\n`), file, slug)
  if (Array.isArray(source)) throw new Error(source[0]?.message)
  return source
})

export interface ReadOptions {
  earlier?: Readership
  url?: string
  keepDays?: number
  now?: string
  date?: string
}

/** What logs, each given by its lines or its bytes, add to a readership. */
export async function readLogs(
  logs: readonly (readonly string[] | Buffer)[],
  { earlier = { articles: {} }, url = 'https://warta.example/', keepDays = 31, ...rest }: ReadOptions = {},
): Promise<{ reports: LogReport[]; readership: Readership }> {
  const site = siteWith({ url, trending: { keepDays } })
  const opened = logs.map((log, i) => {
    const head = Buffer.isBuffer(log) ? log : Buffer.from(log.map((line) => `${line}\n`).join(''))
    return { name: `log ${i + 1}`, head, chunks: inPieces(head) }
  })
  return addLogs(earlier, opened, {
    addresses: new ArticleAddresses({ articles: ARTICLES, categories: [CATEGORY] }, siteWith({ url })),
    site,
    now: new Date(rest.now ?? '2025-07-10T00:00:00Z'),
    date: rest.date,
  })
}

/** Cut without regard for lines. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000)
}

/** The views of each article. */
export function totals({ articles }: Readership): Record<string, number> {
  return Object.fromEntries(
    Object.entries(articles).map(([slug, hours]) => [
      slug,
      Object.values(hours).reduce((sum, views) => sum + views, 0),
    ]),
  )
}
