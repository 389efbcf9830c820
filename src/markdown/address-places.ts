import { markdownToMdast } from 'satteri'
import { DIALECT } from './dialect.ts'

/** An address as it is written in a Markdown text. */
export interface WrittenAddress {
  href: string
  /** Of the address's first character. */
  offset: number
}

interface Node {
  type: string
  url?: string
  children?: Node[]
  position?: { start: { offset?: number }; end: { offset?: number } }
}

/**
 * Where the addresses of links and definitions stand, none of them in code. One that is written in another way than
 * it is read, with escapes say, is not among them.
 */
export function addressPlaces(markdown: string): WrittenAddress[] {
  const places: WrittenAddress[] = []
  const visit = (node: Node) => {
    if (node.type === 'link' || node.type === 'definition') {
      const place = placeOf(node, markdown)
      if (place) places.push(place)
    }
    node.children?.forEach(visit)
  }
  visit(markdownToMdast(markdown, { features: DIALECT }) as Node)
  return places
}

function placeOf({ url, children, position, type }: Node, markdown: string): WrittenAddress | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset]
  if (!url || start === undefined || end === undefined) return undefined
  const words = children?.at(-1)?.position?.end.offset
  // Behind the words of a link; those of <https://…> and of a bare address are the address.
  const isInline = type === 'link' && markdown.startsWith('[', start)
  const from = type === 'definition' ? markdown.indexOf(']:', start) : isInline ? (words ?? start) : start
  const offset = markdown.indexOf(url, from)
  return offset === -1 || offset + url.length > end ? undefined : { href: url, offset }
}
