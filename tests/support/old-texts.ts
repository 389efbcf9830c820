import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { filesOf } from './sites.ts'

/** A text as an old system's export holds it, read without the importer. */
export interface OldText {
  /** As the importer's report names it. */
  id: string
  /** Its words, and tags that part them. */
  html: string
}

/** The texts of an export or a folder, by the name of its system. */
export const OLD_TEXTS: Record<string, (path: string) => Promise<OldText[]>> = {
  blogger: async (file) => bloggerTexts(await readFile(file, 'utf8')),
  folder: async (root) => folderTexts(await readFile(join(root, 'articles.csv'), 'utf8')),
  ghost: async (file) => ghostTexts(JSON.parse(await readFile(file, 'utf8'))),
  markdown: markdownTexts,
  wordpress: async (file) => wordPressItems(await readFile(file, 'utf8')),
}

export interface WordPressItem extends OldText {
  link: string
}

/** WordPress's editor shows none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g
/** The tags of a shortcode; what is between them is its text. */
const SHORTCODE = /\[\/?[a-z][\w-]*(?:\s[^\]]*)?\/?\]/gi

/** Each post and page that readers could see, read as WordPress reads a file that is no XML. */
export function wordPressItems(xml: string): WordPressItem[] {
  const items = xml.match(/<item>[\s\S]*?<\/item>/g) ?? []
  const of = (item: string, name: string) =>
    (new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(item)?.[1] ?? '')
      .replace(/^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/, '$1')
      .trim()
  return items
    .filter((item) => of(item, 'wp:status') === 'publish' && !of(item, 'wp:post_password'))
    .filter((item) => ['post', 'page'].includes(of(item, 'wp:post_type')))
    .map((item) => ({
      id: of(item, 'wp:post_id'),
      link: of(item, 'link'),
      html: of(item, 'content:encoded').replace(CONTROL, '').replace(SHORTCODE, ' '),
    }))
}

function bloggerTexts(xml: string): OldText[] {
  return (xml.match(/<entry>[\s\S]*?<\/entry>/g) ?? [])
    .filter((entry) => /kind#(post|page)'|<blogger:type>(POST|PAGE)</.test(entry))
    .map((entry) => ({
      id: /<id>[^<]*-(\d+)<\/id>/.exec(entry)?.[1] ?? '',
      html: unescaped(/<content[^>]*>([^<]*)</.exec(entry)?.[1] ?? ''),
    }))
}

function unescaped(xml: string): string {
  const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return xml.replace(/&(?:lt|gt|quot|amp);/g, (entity) => signs[entity] ?? entity)
}

function folderTexts(csv: string): OldText[] {
  const records: { id: string; html: string }[] = parseCsv(csv, { columns: true })
  return records.map(({ id, html }) => ({ id, html }))
}

interface GhostPost {
  id: string | number
  html: string | null
  lexical?: string | null
  mobiledoc?: string | null
}

function ghostTexts(data: {
  db?: { data: { posts: GhostPost[] } }[]
  data?: { posts: GhostPost[] }
}): OldText[] {
  const posts = data.db?.[0]?.data.posts ?? data.data?.posts ?? []
  return posts.map(({ id, html, lexical, mobiledoc }) => ({
    id: String(id),
    html:
      html
        ?.replaceAll('</span><span', '</span> <span')
        .replace(/<!--kg-gated-block:begin nonMember:false[\s\S]*?<!--kg-gated-block:end-->/g, ' ') ??
      wordsWithin(JSON.parse(lexical ?? mobiledoc ?? '{}')).join(' '),
  }))
}

/** Fields of an editor's document whose texts readers see. */
const SHOWN = /^(text|caption|code|calloutText|calloutEmoji|title|description|publisher|markdown)$/

/** What readers see of a document of Lexical, or of mobiledoc, in whose markers `[0, [], 0, "words"]` are words. */
function wordsWithin(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && value.length === 4 && value[0] === 0 && typeof value[3] === 'string')
    return [value[3]]
  return Object.entries(value).flatMap(([key, part]) => {
    if (typeof part !== 'string') return wordsWithin(part)
    // Code is text, and no tag begins in it.
    return SHOWN.test(key) ? [key === 'code' ? part.replaceAll('<', ' ') : part] : []
  })
}

const TEXT_FILE = /\.(md|mdx|markdown|html)$/
const FRONT_MATTER = /^(?:---\n[\s\S]*?\n---\n|\+\+\+\n[\s\S]*?\n\+\+\+\n|\{\n[\s\S]*?\n\}\n)/

async function markdownTexts(root: string): Promise<OldText[]> {
  const files = (await filesOf(root)).filter((file) => TEXT_FILE.test(file))
  return Promise.all(files.map(async (id) => ({ id, html: shownOf(await readFile(join(root, id), 'utf8')) })))
}

/** Shortcodes, components and comments, of which the caption alone is shown. */
const CODE = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{\/\*[\s\S]*?\*\/\}|<[A-Z][^>]*>/g

/** What readers see of a file: neither front matter, codes, attributes and imports, nor where links lead. */
function shownOf(text: string): string {
  return text
    .replace(FRONT_MATTER, '')
    .replace(/^import .* from .*$/gm, ' ')
    .replace(CODE, (code) => ` ${/caption="([^"]*)"/.exec(code)?.[1] ?? ''} `)
    .replace(/^```\w*$/gm, ' ')
    .replace(/\{[:#][^}]*\}/g, ' ')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/\[\^[^\]]*\]/g, ' ')
}
