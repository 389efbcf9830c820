import type { Root as HtmlTree } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { type ConversionContext, Findings } from './conversion.ts'
import { elementHandlers, Footnotes } from './element-handlers.ts'
import { figureHandlers } from './figures.ts'
import { withParagraphs } from './paragraphs.ts'
import { PictureFinder } from './pictures.ts'
import { isTooDeep } from './html.ts'
import { oneLine } from './plain-text.ts'
import type { OldBody, OldText } from './record.ts'
import { tidy } from './tidy.ts'

/** Files that may be served as they are: none that could run in a reader's browser. */
const SERVED =
  /\.(pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|epub|zip|gpx|kml|mp3|m4a|og[gav]|wav|mp4|m4v|mov|webm|jpe?g|png|gif|webp|avif)$/i

export interface ConvertedText {
  markdown: string
  /** The words of the first paragraph that has any. */
  firstParagraph: string
  findings: Findings
  pictures: PictureFinder
}

/** The Markdown of an entry's text. @throws RangeError where its HTML is nested too deep to be read */
export function convertText(body: Omit<OldBody, 'notes'>, context: ConversionContext): ConvertedText {
  const findings = new Findings()
  const pictures = new PictureFinder(context, findings)
  const footnotes = new Footnotes()
  const { mediaPaths } = context
  const handlers = {
    ...figureHandlers(pictures, linked),
    ...elementHandlers({ findings, footnotes, linked, mediaPaths, noteOf }),
  }
  const treeOf = ({ html, linesMatter }: OldText): Root => {
    if (isTooDeep(html)) throw new RangeError('too many elements lie in one another')
    const parsed = withoutComments(fromHtml(html, { fragment: true }))
    const tree = linesMatter ? withParagraphs(parsed) : parsed
    return tidy(toMdast(tree, { handlers, document: true }) as Root, linked)
  }
  /** A file is served from its old path; a page of the old site may have moved. */
  function linked(address: string): string | undefined {
    const paths = mediaPaths(address)
    const file = context.find([...paths.slice(-1), ...paths])
    if (!file || !SERVED.test(file)) {
      const resolved = context.link(address)
      if ('href' in resolved) return resolved.href
      const kind = resolved.fault === 'deadLinks' && paths.length > 0 ? 'missingFiles' : resolved.fault
      if (address.trim() !== '') findings.settled.add(kind, oneLine(address))
      return undefined
    }
    findings.files.add(file)
    return `/${context.servedAt(file).split('/').map(encodeURIComponent).join('/')}`
  }
  function noteOf(id: string): FootnoteDefinition['children'] | undefined {
    const note = body.footnotes?.get(id)
    return note === undefined ? undefined : (treeOf(note).children as FootnoteDefinition['children'])
  }

  const { children } = treeOf(body)
  const definitions = footnotes.definitions.map((definition) => ({
    ...definition,
    children: tidy({ type: 'root', children: definition.children }, linked)
      .children as FootnoteDefinition['children'],
  }))
  return {
    markdown: write({ type: 'root', children: [...children, ...definitions] }),
    firstParagraph: firstWords(children),
    findings,
    pictures,
  }
}

function write(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    rule: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  })
}

/** Comments gone and the texts around each joined, so that an empty line is seen as one. */
function withoutComments(tree: HtmlTree): HtmlTree {
  const clean = <T extends { type: string }>(children: T[]): T[] => {
    const kept: T[] = []
    for (const child of children) {
      if (child.type === 'comment' || child.type === 'doctype') continue
      const node = 'children' in child ? { ...child, children: clean(child.children as T[]) } : child
      const before = kept.at(-1)
      if (node.type === 'text' && before?.type === 'text' && 'value' in before && 'value' in node) {
        kept[kept.length - 1] = { ...before, value: String(before.value) + String(node.value) }
      } else {
        kept.push(node)
      }
    }
    return kept
  }
  return { ...tree, children: clean(tree.children) }
}

function firstWords(children: readonly RootContent[]): string {
  for (const child of children) {
    if (child.type !== 'paragraph') continue
    const words = oneLine(textOf(child))
    if (/[\p{L}\p{N}]/u.test(words) && !isOnlyLink(child)) return words
  }
  return ''
}

function isOnlyLink(node: RootContent): boolean {
  return 'children' in node && node.children.length === 1 && node.children[0]?.type === 'link'
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? (node.children as Nodes[]).map(textOf).join('') : ''
}
