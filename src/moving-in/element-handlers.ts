import type { Element } from 'hast'
import { defaultHandlers, type Handle } from 'hast-util-to-mdast'
import type { FootnoteDefinition, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Findings } from './conversion.ts'
import { speaker } from './figures.ts'
import { attribute, elementsIn, findElement, hasClass } from './html.ts'
import { card, cardOr } from './standalone.ts'
import { oneLine, textOfTree } from './plain-text.ts'
import { subscript, superscript } from './superscript.ts'

/** Footnotes of a text while it is converted, numbered in the order of their references. */
export class Footnotes {
  readonly definitions: FootnoteDefinition[] = []
  private readonly numbers = new Map<string, string>()

  /** The number of the note with an id of the old system's; `content` is asked for when it is first met. */
  number(id: string, content: () => FootnoteDefinition['children']): string {
    const known = this.numbers.get(id)
    if (known) return known
    const number = String(this.definitions.length + 1)
    this.numbers.set(id, number)
    this.definitions.push({ type: 'footnoteDefinition', identifier: number, label: number, children: [] })
    const definition = this.definitions.at(-1)
    if (definition) definition.children = content()
    return number
  }
}

interface HandlerOptions {
  findings: Findings
  footnotes: Footnotes
  /** An address as it is to stand in the text; undefined for one that leads nowhere. */
  linked: (address: string) => string | undefined
  mediaPaths: (address: string) => string[]
  /** The words of a note that the text names by an id, as Markdown's tree. */
  noteOf: (id: string) => FootnoteDefinition['children'] | undefined
}

export function elementHandlers({
  findings,
  footnotes,
  linked,
  mediaPaths,
  noteOf,
}: HandlerOptions): Record<string, Handle> {
  const dropped =
    (name: string): Handle =>
    () => {
      findings.dropped.add(name)
      return undefined
    }
  const film: Handle = (_state, node) => {
    const address =
      attribute(node, 'src') ||
      attribute(node, 'data') ||
      attribute(findElement(node, 'source', 'embed') ?? node, 'src')
    return address === '' ? undefined : cardOr(linked(address), attribute(node, 'title'), address)
  }
  return {
    a: (state, node) => {
      const children = state.all(node)
      const href = attribute(node, 'href').trim()
      // The button beside a file's name leads where the name does.
      if (hasClass(node, 'wp-block-file__button')) return undefined
      const isPicture = children.some(({ type }) => type === 'image')
      // A picture that leads to itself in full size: the newsroom's own can be enlarged.
      if (isPicture && (mediaPaths(href).length > 0 || /\/attachment\/|[?&]attachment_id=/.test(href)))
        return children
      if (href === '' || children.some(({ type }) => type === 'link')) return children
      const url = linked(href)
      if (url === undefined) return children
      const words = children as PhrasingContent[]
      return { type: 'link', url, title: attribute(node, 'title') || null, children: words }
    },
    blockquote: (state, node) => {
      const embedded = embeddedPost(node)
      const cite = elementsIn(node, 'cite').at(-1)
      const children = without(node, cite)
      const quote: RootContent = {
        type: 'blockquote',
        children: [...state.toFlow(state.all(children)), ...speaker(state, cite)],
      }
      const url = embedded && linked(embedded)
      return url ? [quote, { type: 'paragraph', children: [card(url)] }] : quote
    },
    sup: (state, node) => {
      const id = attribute(node, 'dataFn')
      const note = id ? noteOf(id) : undefined
      if (!note) return superscript(state.all(node))
      const number = footnotes.number(id, () => note)
      return { type: 'footnoteReference', identifier: number, label: number }
    },
    sub: (state, node) => subscript(state.all(node)),
    'inline-note': (state, node) => {
      const number = footnotes.number(
        `written-${footnotes.definitions.length}`,
        () => state.toFlow(state.all(node)) as Paragraph[],
      )
      return { type: 'footnoteReference', identifier: number, label: number }
    },
    pre: (state, node) =>
      hasClass(node, 'wp-block-verse') ? verse(node) : defaultHandlers.pre?.(state, codeOf(node)),
    summary: (state, node) => ({
      type: 'paragraph',
      children: [{ type: 'strong', children: state.all(node) as PhrasingContent[] }],
    }),
    details: (state, node) => state.toFlow(state.all(node)) as RootContent[],
    cite: (state, node) => ({ type: 'emphasis', children: state.all(node) as PhrasingContent[] }),
    iframe: film,
    video: film,
    audio: film,
    object: film,
    embed: film,
    svg: dropped('a drawing in SVG'),
    canvas: dropped('a canvas'),
    input: dropped('a form'),
    select: dropped('a form'),
    textarea: dropped('a form'),
  }
}

/** The address of a post elsewhere, of which a quotation is the copy. */
function embeddedPost(node: Element): string | undefined {
  if (hasClass(node, 'twitter-tweet', 'twitter-video')) {
    const address = attribute(elementsIn(node, 'a').at(-1) ?? node, 'href')
    return /\/status(es)?\/\d/.test(address) ? address : undefined
  }
  return (
    attribute(node, 'dataInstgrmPermalink') ||
    (hasClass(node, 'tiktok-embed') && attribute(node, 'cite')) ||
    undefined
  )
}

/** An element without another one below it. Of what is not around that, nothing is copied. */
function without(node: Element, gone: Element | undefined): Element {
  if (!gone) return node
  const children = node.children.flatMap((child) =>
    child === gone ? [] : [child.type === 'element' ? without(child, gone) : child],
  )
  const isSame =
    children.length === node.children.length && children.every((child, i) => child === node.children[i])
  return isSame ? node : { ...node, children }
}

/** `<pre>` whose language stands in a class of its own, as some editors write it. */
function codeOf(node: Element): Element {
  const classes = String(node.properties.className ?? '')
  const language = /(?:language-|brush: ?|lang[:-])([\w+#-]+)/.exec(classes)?.[1]
  if (!language || findElement(node, 'code')) return node
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: [`language-${language}`] },
    children: node.children,
  }
  return { ...node, children: [code] }
}

function verse(node: Element): Paragraph {
  const lines = textOfTree({ ...node, tagName: 'pre' })
    .replace(/^\n+|\s+$/g, '')
    .split('\n')
  return {
    type: 'paragraph',
    children: lines.flatMap((line, i): PhrasingContent[] => [
      ...(i > 0 ? [{ type: 'break' } as const] : []),
      { type: 'text', value: oneLine(line) },
    ]),
  }
}
