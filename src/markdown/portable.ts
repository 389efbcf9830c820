import type { Definition, Image, Nodes, Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { markdownToMdast } from 'satteri'
import { asCommonMark } from './as-common-mark.ts'
import { DIALECT } from './dialect.ts'
import { isSafe } from './safe-links.ts'
import { writtenPath } from './written-path.ts'

export interface PortableOptions {
  /** Stands above the body as its one heading of level one; absent where the body is part of another text. */
  title?: string
  /** The absolute address of an image that the Markdown names. */
  image: (path: string) => Promise<string>
  /** The absolute address of a link. */
  href: (written: string) => string
  /** What follows the body. */
  after?: RootContent[]
}

/** A piece of the source, from one offset to another, and what stands there instead. */
interface Edit {
  start: number
  end: number
  nodes: RootContent[]
  isInTable: boolean
}

/** The marker of a pull quote, which elsewhere is an ordinary one. */
const PULL = /^\s*\[!pull\]\s*/i

/**
 * A body as Markdown that means the same anywhere: addresses are absolute, HTML
 * is the text that readers see of it, and links that could run code are their
 * words. The rest stays as its author wrote it: to write all of it anew takes
 * ten times as long.
 */
export async function portableMarkdown(body: string, options: PortableOptions): Promise<string> {
  const { markdown } = asCommonMark(body)
  const features = { ...DIALECT, smartPunctuation: false }
  const tree = markdownToMdast(markdown, { features, position: true }) as Root
  const definitions = new Map(definitionsIn(tree).map((definition) => [definition.identifier, definition]))
  const images: Image[] = []
  const edits = editsIn(tree)
  await Promise.all(images.map(async (node) => (node.url = await options.image(writtenPath(node.url)))))
  const text = edits.reduceRight(
    (made, edit) => made.slice(0, edit.start) + written(edit) + made.slice(edit.end),
    markdown,
  )
  const title: RootContent[] =
    options.title === undefined
      ? []
      : [{ type: 'heading', depth: 1, children: [{ type: 'text', value: options.title }] }]
  return [write(title), text, write(options.after ?? [])]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')

  function editsIn(node: Nodes, isInTable = false): Edit[] {
    const { start, end } = node.position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined && isOurs(node)) {
      return [{ start: start.offset, end: end.offset, nodes: portable(node), isInTable }]
    }
    if (!('children' in node)) return []
    return node.children.flatMap((child) => editsIn(child, isInTable || node.type === 'table'))
  }

  function portable(node: RootContent): RootContent[] {
    if (node.type === 'html') return [{ type: 'text', value: node.value.replace(/<!--[\s\S]*?-->/g, '') }]
    const copy = { ...node }
    if (copy.type === 'imageReference') {
      const { url = '', title } = definitions.get(copy.identifier) ?? {}
      return portable({ type: 'image', url, title: title ?? null, alt: copy.alt ?? null })
    }
    if (copy.type === 'image') images.push(copy)
    if (copy.type === 'heading' && copy.depth === 1) copy.depth = 2
    if ('children' in copy) {
      copy.children = (copy.children as RootContent[]).flatMap(portable) as typeof copy.children
    }
    if (copy.type === 'blockquote') copy.children = withoutMarker(copy.children)
    if (copy.type === 'definition') return isSafe(copy.url) ? [{ ...copy, url: options.href(copy.url) }] : []
    if (copy.type !== 'link') return [copy]
    return isSafe(copy.url) ? [{ ...copy, url: options.href(copy.url) }] : copy.children
  }
}

/** A plain text as Markdown that shows it. */
export function escapedText(text: string): string {
  return write([{ type: 'paragraph', children: [{ type: 'text', value: text.replace(/\s+/g, ' ') }] }]).trim()
}

/** Whether a node cannot stay as it was written. */
function isOurs(node: Nodes): node is RootContent {
  if (node.type === 'heading') return node.depth === 1
  if (node.type === 'blockquote') return PULL.test(openingOf(node.children)?.value ?? '')
  return ['html', 'image', 'imageReference', 'link', 'definition'].includes(node.type)
}

function definitionsIn(node: Nodes): Definition[] {
  if (node.type === 'definition') return [node]
  return 'children' in node ? node.children.flatMap(definitionsIn) : []
}

function written({ nodes, isInTable }: Edit): string {
  const text = write(nodes).trim()
  return isInTable ? text.replace(/(?<!\\)\|/g, '\\|') : text
}

function write(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children },
    { bullet: '-', rule: '-', listItemIndent: 'one', extensions: [gfmToMarkdown()] },
  )
}

type Quoted = Extract<Nodes, { type: 'blockquote' }>['children']

function openingOf([first]: Quoted) {
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined
  return opening?.type === 'text' ? opening : undefined
}

function withoutMarker(quoted: Quoted): Quoted {
  const [first, ...others] = quoted
  const opening = openingOf(quoted)
  if (first?.type !== 'paragraph' || !opening) return quoted
  const value = opening.value.replace(PULL, '')
  const words = [...(value ? [{ ...opening, value }] : []), ...first.children.slice(1)]
  return words.length > 0 ? [{ ...first, children: words }, ...others] : others
}
