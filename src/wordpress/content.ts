import { escapeHtml } from '#moving-in/html.ts'
import type { KnownUploads, OldBody, OldText } from '#moving-in/record.ts'
import { expandBlocks, isOfBlocks } from './blocks.ts'
import { elementorHtml } from './elementor.ts'
import type { Item } from './item.ts'
import { expandShortcodes } from './known-shortcodes.ts'

/**
 * The text of an item as HTML, its blocks and shortcodes as what they stand
 * for. `blockOf` gives the content of a block that is kept for many posts.
 */
export function bodyOf(
  { content, meta, enclosures = [] }: Pick<Item, 'content' | 'meta'> & Partial<Pick<Item, 'enclosures'>>,
  known: KnownUploads,
  blockOf: (id: string) => string | undefined,
): OldBody {
  const unknown = new Set<string>()
  const unwrapped = new Set<string>()
  const computed = new Set<string>()
  const textOf = (source: string): OldText => {
    const blocks = expandBlocks(source, blockOf, (name) => computed.add(name))
    const html = expandShortcodes(blocks, {
      ...known,
      onUnknown: (name) => unknown.add(`[${name}]`),
      onUnwrapped: (name) => unwrapped.add(`[${name}]`),
    })
    return { html, linesMatter: !isOfBlocks(source) }
  }
  const text = textOf(content.trim() === '' ? elementorHtml(meta.get('_elementor_data')) : content)
  const sounds = [...new Set(enclosures)].filter((address) => !content.includes(address))
  text.html += sounds.map((address) => `\n\n<audio src="${escapeHtml(address)}"></audio>`).join('')
  const footnotes = new Map([...footnotesOf(meta)].map(([id, source]) => [id, textOf(source)]))
  const list = (words: string, names: ReadonlySet<string>) =>
    names.size > 0 ? [`${words}: ${[...names].join(', ')}`] : []
  return {
    ...text,
    footnotes,
    notes: [
      ...list('shortcodes kept as text', unknown),
      ...list('shortcodes taken out, while what they enclose stays', unwrapped),
      ...list('blocks that WordPress fills in itself, left out', computed),
    ],
  }
}

/** The footnotes of the block editor: their sources by their ids. */
function footnotesOf(meta: Item['meta']): Map<string, string> {
  try {
    const notes = JSON.parse(meta.get('footnotes') ?? '[]') as { id?: unknown; content?: unknown }[]
    return new Map(notes.map(({ id, content }) => [String(id), String(content ?? '')]))
  } catch {
    return new Map()
  }
}
