import { open, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Files of a built site, by what they are. */
export const KINDS = [
  'articles',
  'lists of categories',
  'lists of tags',
  'lists of authors',
  'lists of months',
  'other pages',
  'pages that lead elsewhere',
  'RSS feeds',
  'other files',
] as const
type Kind = (typeof KINDS)[number]
export type Made = Record<Kind, number>

const LISTS: Record<string, Kind> = {
  tag: 'lists of tags',
  author: 'lists of authors',
  archive: 'lists of months',
}
/** A page's first bytes, in which it would say that it leads elsewhere. */
const HEAD = 1024

/** Counts a site's files but for the search's. All tools have the same addresses for the same pages. */
export async function madeIn(output: string, categories: readonly string[]): Promise<Made> {
  const made = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Made
  const entries = await readdir(output, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const file = relative(output, path)
    if (!entry.isFile() || file.startsWith('pagefind/')) continue
    made[(await leadsElsewhere(path)) ? 'pages that lead elsewhere' : kindOf(file, categories)]++
  }
  return made
}

/** All that a reader can open. */
export function pagesOf(made: Readonly<Made>): number {
  const { 'pages that lead elsewhere': _, 'RSS feeds': __, 'other files': ___, ...pages } = made
  return Object.values(pages).reduce((sum, count) => sum + count, 0)
}

function kindOf(file: string, categories: readonly string[]): Kind {
  if (file.endsWith('rss.xml')) return 'RSS feeds'
  if (!file.endsWith('.html')) return 'other files'
  const [first = '', ...rest] = file.split('/')
  if (Object.hasOwn(LISTS, first)) return rest.length > 1 ? (LISTS[first] as Kind) : 'other pages'
  if (!categories.includes(first)) return 'other pages'
  return rest.length === 1 || rest[0] === 'page' ? 'lists of categories' : 'articles'
}

async function leadsElsewhere(path: string): Promise<boolean> {
  if (!path.endsWith('.html')) return false
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD)
    return /http-equiv="?refresh/.test(buffer.toString('latin1', 0, bytesRead))
  } finally {
    await file.close()
  }
}
