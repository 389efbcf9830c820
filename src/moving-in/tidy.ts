import type { ListItem, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { card } from './standalone.ts'

const MARKS = new Set(['emphasis', 'strong', 'delete'])
const WHOLE_ADDRESS = /^\s*https?:\/\/[^\s<>"]+\s*$/
const ADDRESS = /\b(https?:\/\/[^\s<>"'`()[\]{}|\\^]*[^\s<>"'`()[\]{}|\\^.,;:!?])/
const FLOW = new Set(['blockquote', 'code', 'heading', 'html', 'list', 'paragraph', 'table', 'thematicBreak'])

/**
 * The tree of a text as an author would write it: pictures and cards have
 * paragraphs of their own, nothing is empty, emphasis neither begins nor ends with
 * a blank, and no heading is of the first level. `linked` returns the address that a
 * link gets; undefined for an address that stays as words.
 */
export function tidy(root: Root, linked: Linked): Root {
  return { ...root, children: flow(root.children, linked) as RootContent[] }
}

type Linked = (address: string) => string | undefined

function flow(children: readonly Nodes[], linked: Linked): Nodes[] {
  return children.flatMap((child): Nodes[] => {
    switch (child.type) {
      case 'paragraph':
        return paragraphs(child, linked)
      case 'heading': {
        const words = phrasing(child.children)
        const depth = Math.max(2, child.depth) as typeof child.depth
        return isEmpty(words) ? [] : [{ ...child, depth, children: words }]
      }
      case 'list': {
        const items = flow(child.children, linked) as ListItem[]
        const spread = items.some(({ children }) => children.filter(({ type }) => type !== 'list').length > 1)
        return [{ ...child, spread, children: items.map((item) => ({ ...item, spread })) }]
      }
      case 'blockquote':
      case 'listItem':
      case 'footnoteDefinition': {
        const inner = flow(child.children, linked)
        if (inner.length === 0 && child.type !== 'listItem') return []
        return [{ ...child, children: inner } as Nodes]
      }
      case 'table': {
        // Markdown's tables have a head: without one the first row becomes it.
        const [head, ...rows] = child.children
        const isHeadless = head?.children.every((cell) => isEmpty(cell.children)) && rows.length > 0
        return [{ ...child, children: flow(isHeadless ? rows : child.children, linked) } as Nodes]
      }
      case 'tableRow':
        return [{ ...child, children: flow(child.children, linked) } as Nodes]
      case 'tableCell':
        return [{ ...child, children: phrasing(child.children).map(inCell) }]
      case 'code':
        return child.value.trim() === ''
          ? []
          : [{ ...child, value: child.value.replace(/^(?:[^\S\n]*\n)+/, '') }]
      default:
        return FLOW.has(child.type)
          ? [child]
          : paragraphs({ type: 'paragraph', children: [child as PhrasingContent] }, linked)
    }
  })
}

/** A paragraph split into several, so that pictures and cards have paragraphs of their own. */
function paragraphs(node: Paragraph, linked: Linked): Nodes[] {
  // A gallery's pictures share their paragraph.
  if (node.data?.standalone) return [node]
  const separated: Nodes[] = []
  let run: PhrasingContent[] = []
  const flush = () => {
    for (const part of withCards(phrasing(run), linked)) {
      const words = withoutEnds(part)
      if (!isEmpty(words)) separated.push({ type: 'paragraph', children: words })
    }
    run = []
  }
  const images = node.children.filter(({ type }) => type === 'image')
  if (images.length > 1 && node.children.every(isPictureOrBlank)) {
    const lines = images.flatMap((image, i): PhrasingContent[] =>
      i > 0 ? [{ type: 'text', value: '\n' }, image] : [image],
    )
    return [{ type: 'paragraph', children: lines }]
  }
  for (const child of node.children as Nodes[]) {
    const isFlow = FLOW.has(child.type)
    const isSeparate = child.type === 'image' || ('data' in child && child.data?.standalone) || isFlow
    if (!isSeparate) {
      run.push(child as PhrasingContent)
      continue
    }
    flush()
    separated.push(
      ...(isFlow ? flow([child], linked) : [{ type: 'paragraph', children: [child] } as Paragraph]),
    )
  }
  flush()
  return separated
}

/** Splits at lines that are nothing but an address, in place of which WordPress shows what is there. */
function withCards(nodes: PhrasingContent[], linked: Linked): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'break') lines.push([])
    else lines.at(-1)?.push(node)
  }
  const parts: PhrasingContent[][] = [[]]
  for (const [i, line] of lines.entries()) {
    const [first, ...others] = withoutEnds(line)
    const address =
      others.length === 0 && first?.type === 'text' && WHOLE_ADDRESS.test(first.value)
        ? linked(first.value)
        : undefined
    const before = parts.at(-1)
    if (address !== undefined) parts.push([card(address)], [])
    else before?.push(...(before.length > 0 && i > 0 ? [{ type: 'break' } as const] : []), ...line)
  }
  return parts.map((part) =>
    part.flatMap((node) => (node.type === 'text' ? withLinks(node.value, linked) : [node])),
  )
}

/** Addresses in running text become links. */
function withLinks(text: string, linked: Linked): PhrasingContent[] {
  if (!text.includes('://')) return [{ type: 'text', value: text }]
  return text.split(ADDRESS).flatMap((value, i): PhrasingContent[] => {
    if (i % 2 === 0) return value === '' ? [] : [{ type: 'text', value }]
    const url = linked(value)
    const words: PhrasingContent = { type: 'text', value }
    return url === undefined ? [words] : [{ type: 'link', url, title: null, children: [words] }]
  })
}

function isPictureOrBlank(node: PhrasingContent): boolean {
  return node.type === 'image' || node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

/** Keeps emphasis around words, and drops it around nothing and within its own kind. */
function phrasing(nodes: readonly PhrasingContent[], within = ''): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'link') {
      const { before, words, after } = splitBlanks(phrasing(node.children, within))
      return isEmpty(words)
        ? [...before, ...after]
        : [...before, { ...node, children: words } as PhrasingContent, ...after]
    }
    if (!MARKS.has(node.type)) return [node]
    const mark = node as Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }>
    const inner = phrasing(mark.children, `${within} ${mark.type}`)
    const { before, words, after } = splitBlanks(inner)
    if (within.includes(mark.type) || isEmpty(words)) return inner
    // Pictures are not emphasised, and cards get their own paragraphs.
    if (words.some((word) => word.type === 'image' || ('data' in word && word.data?.standalone))) return inner
    return [...before, { ...mark, children: words }, ...after]
  })
}

/** Splits nodes into the blanks and breaks at both ends and what is between them. */
function splitBlanks(nodes: readonly PhrasingContent[]) {
  const [first, ...rest] = nodes
  if (first?.type === 'break') return { before: [first], words: rest, after: [] }
  const start = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : ''
  const last = nodes.at(-1)
  const isOnlyBlank = nodes.length === 1 && start !== '' && first?.type === 'text' && start === first.value
  const end = last?.type === 'text' && !isOnlyBlank ? (/\s+$/.exec(last.value)?.[0] ?? '') : ''
  const endsInBreak = last?.type === 'break' && nodes.length > 1
  let words = [...nodes]
  if (start && first?.type === 'text') words[0] = { ...first, value: first.value.slice(start.length) }
  if (endsInBreak) words = words.slice(0, -1)
  const tail = words.at(-1)
  if (end && tail?.type === 'text')
    words[words.length - 1] = { ...tail, value: tail.value.slice(0, tail.value.length - end.length) }
  const blank = (value: string): PhrasingContent[] => (value ? [{ type: 'text', value: ' ' }] : [])
  return {
    before: blank(start),
    words: words.filter((word) => word.type !== 'text' || word.value !== ''),
    after: endsInBreak ? [last] : blank(end),
  }
}

/** The nodes without blanks and breaks at both ends. */
function withoutEnds(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent) =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
  const first = nodes.findIndex((node) => !isBlank(node))
  if (first === -1) return []
  const inner = nodes.slice(first, nodes.findLastIndex((node) => !isBlank(node)) + 1)
  return inner.map((node, i) => {
    if (node.type !== 'text') return node
    let { value } = node
    if (i === 0 || inner[i - 1]?.type === 'break') value = value.trimStart()
    if (i === inner.length - 1 || inner[i + 1]?.type === 'break') value = value.trimEnd()
    return { ...node, value }
  })
}

function isEmpty(nodes: readonly Nodes[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return node.value.trim() === ''
    if (node.type === 'break') return true
    return 'children' in node && (node as Parents).type !== 'footnoteDefinition' && isEmpty(node.children)
  })
}

/** A break becomes a blank, as a table's cell is one line. */
function inCell(node: PhrasingContent): PhrasingContent {
  return node.type === 'break' ? { type: 'text', value: ' ' } : node
}
