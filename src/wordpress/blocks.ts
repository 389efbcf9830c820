import { escapeHtml } from '#moving-in/html.ts'

/** A block comment of the editor since WordPress 5: its name, its settings as JSON, and whether it has no end. */
const BLOCK = /<!--\s+wp:([a-z][\w/-]*)\s+(\{(?:(?!<!--|-->)[\s\S])*?\}\s+)?(\/)?-->/g
/** Blocks without HTML of their own that need nothing here. */
const SILENT = new Set(['more', 'nextpage', 'footnotes', 'spacer', 'separator', 'block'])
/** Blocks in blocks, as somebody may have put one into itself. */
const DEEPEST = 5

export function isOfBlocks(content: string): boolean {
  return /<!--\s+wp:/.test(content)
}

/**
 * Content with the blocks that an author keeps for many posts put into their
 * places. `onComputed` is told of each block that WordPress fills in when a page
 * is read, such as a list of latest posts: nothing of it is in the export.
 */
export function expandBlocks(
  content: string,
  blockOf: (id: string) => string | undefined,
  onComputed: (name: string) => void,
  depth = 0,
): string {
  return content.replace(
    BLOCK,
    (source, name: string, json: string | undefined, empty: string | undefined) => {
      if (!empty) return source
      const settings = parsed(json)
      if (name === 'block') {
        const kept = depth < DEEPEST ? blockOf(String(settings.ref ?? '')) : undefined
        if (kept === undefined) onComputed(name)
        return kept === undefined ? '' : expandBlocks(kept, blockOf, onComputed, depth + 1)
      }
      // Older editors kept the address in the comment alone.
      const url = /embed/.test(name) && typeof settings.url === 'string' ? settings.url : undefined
      if (url !== undefined)
        return `<figure class="wp-block-embed">${url.replace(/[<&]/g, encodeURIComponent)}</figure>`
      const kept = writtenIn(settings)
      if (kept) return kept
      if (!SILENT.has(name)) onComputed(name)
      return ''
    },
  )
}

/** The words and the link that a block keeps in its comment alone, as buttons of some plug-ins do; empty for none. */
function writtenIn(settings: Record<string, unknown>): string {
  const first = (...keys: string[]) =>
    keys
      .map((key) => settings[key])
      .find((value): value is string => typeof value === 'string' && value !== '')
  const words = first('text', 'label', 'buttonText', 'content')
  const address = first('link', 'url', 'href', 'buttonUrl')
  if (words === undefined) return ''
  return `<p>${address === undefined ? words : `<a href="${escapeHtml(address)}">${words}</a>`}</p>`
}

function parsed(json: string | undefined): Record<string, unknown> {
  try {
    return (JSON.parse(json ?? '{}') ?? {}) as Record<string, unknown>
  } catch {
    return {}
  }
}
