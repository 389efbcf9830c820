/** A block comment of the editor since WordPress 5: its name, and whether it has no end. */
const BLOCK = /<!--\s+wp:([a-z][\w/-]*)\s+(\{[\s\S]*?\}\s+)?(\/)?-->/g
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
      if (!SILENT.has(name)) onComputed(name)
      return ''
    },
  )
}

function parsed(json: string | undefined): Record<string, unknown> {
  try {
    return (JSON.parse(json ?? '{}') ?? {}) as Record<string, unknown>
  } catch {
    return {}
  }
}
