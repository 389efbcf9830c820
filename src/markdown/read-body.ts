import type { Root } from 'mdast'
import {
  type HastPluginDefinition,
  markdownToHtml,
  type MarkdownToHtmlResult,
  markdownToMdast,
} from 'satteri'
import { asCommonMark } from './as-common-mark.ts'
import { DIALECT } from './dialect.ts'
import { depthOf, sectionIds } from './headings.ts'
import { misreadingsIn, mayHaveMisreadings } from './misreadings/misreadings-in.ts'
import { type Place, placesInOrder } from './place.ts'
import { rawHtmlAsText } from './raw-html.ts'
import { writtenPath } from './written-path.ts'

/** What the desk judges of a body. None of it comes from code or comments. */
export interface BodyParts {
  images: (Place & { path: string; alt: string })[]
  /** Addresses as the page will have them: blanks and letters beyond ASCII are escaped. */
  links: (Place & { href: string })[]
  /** Their depth and id are those of the page. */
  headings: (Place & { depth: number; id: string })[]
  /** HTML that readers would see as characters, comments not among it. */
  html: (Place & { text: string })[]
  /** What did not become what it was meant to be: what readers would see, and how to mend it. */
  misreadings: (Place & { message: string })[]
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/**
 * One reading of a Markdown body, as `renderBody` reads it.
 * @param takenIds ids that no heading may take, as `renderBody` is given them
 */
export function readBody(body: string, takenIds: readonly string[] = []): BodyParts {
  const { markdown, placeBefore } = asCommonMark(body)
  const parts: BodyParts = { images: [], links: [], headings: [], html: [], misreadings: [] }
  const idFor = sectionIds(takenIds)
  const visitors: HastPluginDefinition[] = [
    {
      name: 'parts',
      options: { position: true },
      element: {
        filter: ['img', 'a', ...HEADINGS],
        visit(node, ctx) {
          // What the parser adds, links between footnotes and their heading, has no place or an id.
          const place = node.position?.start
          const { src, alt, href, id } = node.properties
          if (!place || typeof id === 'string') return
          const { line, column } = placeBefore(place)
          if (node.tagName === 'img') {
            parts.images.push({ path: writtenPath(String(src ?? '')), alt: String(alt ?? ''), line, column })
          } else if (node.tagName === 'a') {
            parts.links.push({ href: String(href ?? ''), line, column })
          } else {
            parts.headings.push({
              depth: depthOf(node.tagName),
              id: idFor(ctx.textContent(node)),
              line,
              column,
            })
          }
        },
      },
    },
  ]
  const html: HastPluginDefinition = {
    name: 'html',
    options: { position: true },
    raw(node) {
      const shown = rawHtmlAsText.raw(node)
      const place = node.position?.start
      if (shown.value.trim() && place) parts.html.push({ text: shown.value, ...placeBefore(place) })
      return shown
    },
  }
  const rendered = markdownToHtml(markdown, {
    features: DIALECT,
    hastPlugins: markdown.includes('<') ? [html, ...visitors] : visitors,
    // None of these plugins waits for anything.
  }) as MarkdownToHtmlResult
  if (!mayHaveMisreadings(markdown, rendered.html)) return parts
  const root = markdownToMdast(markdown, { features: DIALECT, position: true }) as Root
  const placeAt = placesInOrder(markdown)
  for (const { start, message } of misreadingsIn(root, markdown)) {
    parts.misreadings.push({ ...placeBefore(placeAt(start)), message })
  }
  return parts
}
