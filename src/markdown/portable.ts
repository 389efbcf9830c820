import type { Definition, Image, Nodes, Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { markdownToMdast } from 'satteri'
import { DIALECT } from './dialect.ts'
import { isSafe } from './safe-links.ts'
import { writtenPath } from './written-path.ts'

export interface PortableOptions {
  /** Stands above the body as its one heading of level one. */
  title: string
  /** The absolute address of an image that the Markdown names. */
  image: (path: string) => Promise<string>
  /** The absolute address of a link. */
  href: (written: string) => string
  /** What follows the body. */
  after?: RootContent[]
}

/** The marker of a pull quote, which elsewhere is an ordinary one. */
const PULL = /^\s*\[!pull\]\s*/i

/**
 * A body as Markdown that means the same anywhere: addresses are absolute, HTML
 * is the text that readers see of it, and links that could run code are their words.
 */
export async function portableMarkdown(markdown: string, options: PortableOptions): Promise<string> {
  // Quotes and dashes stay as they were typed.
  const tree = markdownToMdast(markdown, { features: { ...DIALECT, smartPunctuation: false } }) as Root
  const definitions = new Map(definitionsIn(tree).map((definition) => [definition.identifier, definition]))
  const images: Image[] = []
  const body = tree.children.flatMap((node) => portable(node)).map(asBlock)
  await Promise.all(images.map(async (node) => (node.url = await options.image(writtenPath(node.url)))))
  const title: RootContent = { type: 'heading', depth: 1, children: [{ type: 'text', value: options.title }] }
  return toMarkdown(
    { type: 'root', children: [title, ...body, ...(options.after ?? [])] },
    { bullet: '-', rule: '-', listItemIndent: 'one', extensions: [gfmToMarkdown()] },
  )

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

function definitionsIn(node: Nodes): Definition[] {
  if (node.type === 'definition') return [node]
  return 'children' in node ? node.children.flatMap(definitionsIn) : []
}

/** HTML that stood by itself is a paragraph now that it is text. */
function asBlock(node: RootContent): RootContent {
  return node.type === 'text' ? { type: 'paragraph', children: [node] } : node
}

type Quoted = Extract<Nodes, { type: 'blockquote' }>['children']

function withoutMarker([first, ...others]: Quoted): Quoted {
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return first ? [first, ...others] : others
  const rest = [{ ...opening, value: opening.value.replace(PULL, '') }, ...first.children.slice(1)]
  const words = rest[0]?.type === 'text' && rest[0].value === '' ? rest.slice(1) : rest
  return words.length > 0 ? [{ ...first, children: words }, ...others] : others
}
