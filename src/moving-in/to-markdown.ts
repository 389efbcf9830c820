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
import { htmlExcess } from './html.ts'
import { oneLine } from './plain-text.ts'
import type { OldBody, OldText } from './record.ts'
import { tidy } from './tidy.ts'
import { withoutUnseen } from './unseen.ts'

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

/** For HTML that nobody has written. Its message says why, as part of a sentence. */
export class ExcessiveText extends Error {
  override name = 'ExcessiveText'
}

/** The Markdown of an entry's text. @throws ExcessiveText where it would take ages to read, RangeError where the stack is too small for it */
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
    const excess = htmlExcess(html)
    if (excess !== undefined) throw new ExcessiveText(excess)
    const parsed = withoutUnseen(fromHtml(html, { fragment: true }), (name) => findings.dropped.add(name))
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
