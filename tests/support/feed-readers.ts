import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { installPackage } from './debian.ts'

/** What a reader of feeds shows of one. */
export interface ReadFeed {
  title: string
  /** The feed's own address, and its hubs, where the reader tells them. */
  self?: string | undefined
  hubs?: string[]
  items: ReadItem[]
}

interface ReadItem {
  id: string
  title: string
  url: string
  at: number
  authors: string[]
  categories: string[]
  summary: string
  html: string
}

const PYTHON = '/usr/bin/python3'
const FEEDPARSER = '/usr/lib/python3/dist-packages/feedparser/__init__.py'

// It would take out what it thinks unsafe, and resolve addresses that are not absolute: both would hide faults of ours.
const SCRIPT = `
import calendar, feedparser, json, sys
def item(entry):
    content = entry.get('content', [{'value': ''}])
    return {
        'id': entry.id, 'title': entry.title, 'url': entry.link,
        'at': calendar.timegm(entry.published_parsed) * 1000,
        'authors': [author['name'] for author in entry.get('authors', []) if 'name' in author],
        'categories': [tag['term'] for tag in entry.get('tags', [])],
        'summary': entry.summary, 'html': content[0]['value'],
    }
def read(file):
    feed = feedparser.parse(open(file, 'rb').read(), sanitize_html=False, resolve_relative_uris=False)
    links = feed.feed.get('links', [])
    rel = lambda name: [link['href'] for link in links if link.get('rel') == name]
    return {
        'fault': str(feed.bozo_exception) if feed.bozo else None, 'version': feed.version,
        'title': feed.feed.title, 'self': rel('self')[0], 'hubs': rel('hub'),
        'items': [item(entry) for entry in feed.entries],
    }
print(json.dumps([read(file) for file in sys.argv[1:]]))
`

/** Debian's python3-feedparser, by which many services read feeds; RSS and Atom files. */
export function readByFeedparser(
  files: readonly string[],
): (ReadFeed & { fault: string | null; version: string })[] {
  installPackage('python3-feedparser', FEEDPARSER)
  const output = execFileSync(PYTHON, ['-c', SCRIPT, ...files], { encoding: 'utf8', maxBuffer: 1e8 })
  return JSON.parse(output)
}

interface RssParserItem {
  id?: string
  author?: string
  'content:encoded'?: string
}

/** rss-parser of npm, which tells no more than one author; RSS and Atom. */
export async function readByRssParser(xml: string) {
  const { title, feedUrl, items } = await new RssParser<object, RssParserItem>().parseString(xml)
  return {
    title,
    self: feedUrl,
    items: items.map((item) => ({
      id: item.guid ?? item.id,
      title: item.title,
      url: item.link,
      at: Date.parse(item.isoDate ?? ''),
      author: item.creator ?? item.author,
      html: item['content:encoded'] ?? item.content,
    })),
  }
}

/** feedsmith of npm, in any format. */
export function readByFeedsmith(text: string): ReadFeed {
  const { format, feed } = parseFeed(text)
  switch (format) {
    case 'rss':
      return {
        title: feed.title ?? '',
        self: addressOf(feed.atom?.links, 'self')[0],
        hubs: addressOf(feed.atom?.links, 'hub'),
        items: (feed.items ?? []).map((item) => ({
          id: item.guid?.value ?? '',
          title: item.title ?? '',
          url: item.link ?? '',
          at: Date.parse(item.pubDate ?? ''),
          authors: item.dc?.creators ?? [],
          categories: (item.categories ?? []).map(({ name = '' }) => name),
          summary: item.description ?? '',
          html: item.content?.encoded ?? '',
        })),
      }
    case 'atom':
      return {
        title: feed.title?.value ?? '',
        self: addressOf(feed.links, 'self')[0],
        hubs: addressOf(feed.links, 'hub'),
        items: (feed.entries ?? []).map((entry) => ({
          id: entry.id ?? '',
          title: entry.title?.value ?? '',
          url: addressOf(entry.links, 'alternate')[0] ?? '',
          at: Date.parse(entry.published ?? ''),
          authors: (entry.authors ?? []).map(({ name = '' }) => name),
          categories: (entry.categories ?? []).map(({ term = '' }) => term),
          summary: entry.summary?.value ?? '',
          html: entry.content?.value ?? '',
        })),
      }
    case 'json':
      return {
        title: feed.title ?? '',
        self: feed.feed_url,
        hubs: (feed.hubs ?? []).map(({ url = '' }) => url),
        items: (feed.items ?? []).map((item) => ({
          id: item.id ?? '',
          title: item.title ?? '',
          url: item.url ?? '',
          at: Date.parse(item.date_published ?? ''),
          authors: (item.authors ?? []).map(({ name = '' }) => name),
          categories: item.tags ?? [],
          summary: item.summary ?? '',
          html: item.content_html ?? '',
        })),
      }
    default:
      throw new Error(`feedsmith takes it for ${format}`)
  }
}

function addressOf(links: { rel?: string; href?: string }[] = [], rel: string): string[] {
  return links.filter((link) => link.rel === rel).map(({ href = '' }) => href)
}

/**
 * Debian's newsboat, subscribed to a feed that it fetches by HTTP: what its
 * database then holds, newest first. A database of its own for each feed, as
 * newsboat keeps an item in one feed alone.
 */
export function readByNewsboat(address: string, folder: string): NewsboatItem[] {
  installPackage('newsboat', '/usr/bin/newsboat')
  const at = (name: string) => join(folder, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(at('urls'), address)
  writeFileSync(at('config'), 'auto-reload no\n')
  const args = ['-u', at('urls'), '-c', at('cache.db'), '-C', at('config'), '-x', 'reload']
  // It ends with 0 whatever it met: its database tells.
  execFileSync('/usr/bin/newsboat', args, {
    stdio: 'pipe',
    timeout: 60_000,
    env: { ...process.env, HOME: folder, LANG: 'C.UTF-8' },
  })
  const database = new DatabaseSync(at('cache.db'), { readOnly: true })
  const items = database
    .prepare('SELECT guid, title, url, author, pubDate, content FROM rss_item ORDER BY pubDate DESC')
    .all() as unknown as NewsboatItem[]
  database.close()
  return items
}

interface NewsboatItem {
  guid: string
  title: string
  url: string
  author: string
  /** Seconds */
  pubDate: number
  content: string
}

/** xmllint of libxml2. @throws Error that says where a file is no XML */
export function mustPassXmllint(files: readonly string[]): void {
  installPackage('libxml2-utils', '/usr/bin/xmllint')
  execFileSync('/usr/bin/xmllint', ['--noout', '--nonet', ...files], { stdio: 'pipe' })
}
